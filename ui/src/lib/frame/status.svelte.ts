import { type Snippet } from 'svelte';

/** What the footer says of the present screen. A screen sets it and the shell draws it. */
export class Status {
  words = $state('');
  legend = $state(false);
  /** A note of the screen's own beside the words, with a way to more. */
  aside: Snippet | undefined = $state.raw(undefined);

  clear(): void {
    this.words = '';
    this.legend = false;
    this.aside = undefined;
  }
}
