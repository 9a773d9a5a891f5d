// Every word on the screen comes from here. English now; another language is another object of the same type.
import { en } from './en';

export type Words = typeof en;
export const t: Words = en;
