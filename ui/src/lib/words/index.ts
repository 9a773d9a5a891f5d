// Every word on the screen comes from here: one object for each language, all of the same type.
import { language, type Language } from '../language';
import { en } from './en';

export type Words = typeof en;

const catalogues: Record<Language, Words> = { en, 'en-XM': en };

/** The words of this page's language. */
export const t: Words = catalogues[language];
