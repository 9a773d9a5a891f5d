// Every word on the screen comes from here: one object for each language, all of the same type.
import { language } from '../language';
import { en } from './en';
import { type Words } from './type';

export { type Words };

/** The words of this page's language, once `bringWords` is done: nothing asks for them while it is being loaded. */
export let t: Words = en;

/** Loads the words of a language that does not come with the page. */
export async function bringWords(): Promise<void> {
  if (language === 'ru') t = (await import('./ru')).ru;
}
