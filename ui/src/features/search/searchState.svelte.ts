import { type Hit } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';
import { byKind } from './groups';

const page = 60;

/** What is looked for, what was found, and which hit the keyboard stands on. */
export class SearchState {
  words = $state('');
  readonly found = new Resource<{ words: string; hits: Hit[] }>();
  complete = $state(true);
  at = $state(0);
  readonly groups = $derived(byKind(this.found.value?.hits ?? []));
  /** The hits in the order in which they stand on the screen. */
  readonly hits = $derived(this.groups.flatMap((group) => group.hits));
  #reading = false;
  #again = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get active(): boolean {
    return this.words.trim() !== '';
  }

  get current(): Hit | undefined {
    return this.hits[this.at];
  }

  /** Looks as one types: one question at a time, and always the newest words last. */
  async look(): Promise<void> {
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    while (this.#again) {
      this.#again = false;
      const words = this.words.trim();
      if (words === '') this.found.clear();
      else {
        await this.found.load(async () => ({
          words,
          hits: await this.#desk.read('search', { words, limit: page }),
        }));
        this.complete = (this.found.value?.hits.length ?? 0) < page;
      }
    }
    this.#reading = false;
    if (this.at >= this.hits.length) this.at = 0;
  }

  /** Older hits, after those in sight. */
  async more(): Promise<void> {
    const seen = this.found.value;
    const last = seen?.hits.at(-1);
    if (!seen || !last || this.complete) return;
    await this.found.load(async () => {
      const older = await this.#desk.read('search', { words: seen.words, before: last.key, limit: page });
      this.complete = older.length < page;
      return { words: seen.words, hits: [...seen.hits, ...older] };
    });
  }

  move(by: number): void {
    const n = this.hits.length;
    if (n > 0) this.at = (this.at + by + n) % n;
  }

  clear(): void {
    this.words = '';
    this.at = 0;
    this.found.clear();
  }
}
