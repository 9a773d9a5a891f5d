// Every word on the screen comes from here: one object for each language, all of the same type.
import { language, type Language } from '../language';
import { en } from './en';
import { ru } from './ru';
import { type Words } from './type';

export { type Words };

const catalogues: Record<Language, Words> = { en, ru, 'en-XM': en };

/** The words of this page's language. */
export const t: Words = catalogues[language];
