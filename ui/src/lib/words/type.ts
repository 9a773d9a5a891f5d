import { type en } from './en';

/** What every language has to say: the English words are the measure. */
export type Words = typeof en;
