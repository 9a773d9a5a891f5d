import { onDestroy, untrack } from 'svelte';
import { type DraftStore } from './draftStore';
import { type Act, type DraftNote } from './resource.svelte';

/** How long after a change it is kept, at the latest, in milliseconds. */
const soon = 500;

/**
 * What was typed into a form, kept until it is saved, also through a crash. One line in a form's script:
 *
 *     draft(desk.drafts, act, `claim.edit:${id}`, () => ({ text, note }), (kept) => ({ text, note } = kept));
 *
 * The form's end then says when a draft came back, and offers to discard it.
 */
export function draft<T extends object>(
  store: DraftStore,
  act: Act,
  key: string,
  read: () => T,
  write: (kept: T) => void,
): Draft<T> {
  const made = new Draft(store, key, read, write);
  act.draft = made;
  $effect(() => made.see());
  void made.restore();
  onDestroy(() => made.leave());
  return made;
}

export class Draft<T extends object = object> implements DraftNote {
  /** When the draft that came back was kept; null when none did. */
  restored: string | null = $state(null);
  readonly #store: DraftStore;
  readonly #key: string;
  readonly #read: () => T;
  readonly #write: (kept: T) => void;
  readonly #first: string;
  #saved: string | undefined;
  #last: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: DraftStore, key: string, read: () => T, write: (kept: T) => void) {
    this.#store = store;
    this.#key = key;
    this.#read = read;
    this.#write = write;
    this.#first = this.#last = JSON.stringify(read());
  }

  /** Brings back what was kept, unless somebody has begun to type meanwhile. */
  async restore(): Promise<void> {
    const kept = await this.#store.find(this.#key).catch(() => null);
    if (!kept || kept.body === this.#first || this.#last !== this.#first) return;
    const now = JSON.parse(this.#first) as T;
    const then = JSON.parse(kept.body) as Partial<T>;
    // A field that the form had not yet, or has no more, is left as it is.
    const known = Object.fromEntries(
      Object.keys(now).map((field) => [field, { ...now, ...then }[field as keyof T]]),
    );
    this.#last = kept.body;
    this.#write(known as T);
    this.restored = kept.time;
  }

  /** Looks at the form (in an effect), and keeps it soon when it has changed. */
  see(): void {
    const body = JSON.stringify(this.#read());
    if (body === this.#last) return;
    this.#last = body;
    this.#timer ??= setTimeout(() => this.#keep(), soon);
  }

  /** The form was saved: nothing is left to keep. */
  drop(): void {
    this.#stop();
    this.restored = null;
    this.#saved = this.#last = untrack(() => JSON.stringify(this.#read()));
    this.#then(() => this.#store.drop(this.#key));
  }

  /** Back to what the form held before. */
  discard(): void {
    this.#write(JSON.parse(this.#first) as T);
    this.drop();
  }

  /** The form goes away: what is waiting is kept at once. */
  leave(): void {
    if (this.#timer !== undefined) this.#keep();
  }

  #keep(): void {
    this.#stop();
    const body = this.#last;
    this.#then(() =>
      body === this.#first || body === this.#saved
        ? this.#store.drop(this.#key)
        : this.#store.keep(this.#key, body),
    );
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One after the other, so that an older keeping never comes after a newer one. */
  #then(step: () => Promise<void>): void {
    this.#writing = this.#writing.then(step).catch(() => undefined);
  }
}
