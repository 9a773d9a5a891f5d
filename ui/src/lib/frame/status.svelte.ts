import { type Snippet } from 'svelte';

/** How long a passing word stands, in milliseconds. */
const moment = 6000;

/** What the footer says of the present screen. A screen sets it and the shell draws it. */
export class Status {
  words = $state('');
  legend = $state(false);
  /** A note of the screen's own beside the words, with a way to more. */
  aside: Snippet | undefined = $state.raw(undefined);
  /** A passing word about what was just done, read out; it goes by itself. */
  said = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(words: string): void {
    clearTimeout(this.#timer);
    this.said = words;
    this.#timer = setTimeout(() => (this.said = ''), moment);
  }

  clear(): void {
    this.words = '';
    this.legend = false;
    this.aside = undefined;
  }
}
