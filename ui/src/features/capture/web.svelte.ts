import { type Capture, type Fetch, type WebCaptured } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Act, Resource } from '$lib/resource.svelte';
import { Work } from '$lib/work.svelte';

/** Items for which a copy was asked for while they were added: id to why. Taken once, by the detail that opens. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const wanted = new Map<string, string>();

export function wantCopy(itemId: string, reason: string): void {
  wanted.set(itemId, reason);
}

export function takeWanted(itemId: string): string | undefined {
  const reason = wanted.get(itemId);
  wanted.delete(itemId);
  return reason;
}

/** The fetching of a page for one item: how far it is, and what came of the last attempt. */
export class PageFetch {
  readonly work = new Work();
  readonly act = new Act();
  readonly attempts = new Resource<Fetch[]>();
  /** What the last capture of this sitting brought. */
  done: WebCaptured | undefined = $state.raw(undefined);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  load(itemId: string): Promise<void> {
    return this.attempts.load(() => this.#desk.read('fetch.list', { item_id: itemId }));
  }

  async run(itemId: string, address: string, reason: string): Promise<boolean> {
    this.done = undefined;
    const request = { item_id: itemId, address, reason: reason.trim() || null };
    // Others write while it is fetched: it does not stand in the row of changes that undo waits for.
    const kept = await this.act.run(async () => {
      this.done = await this.work.run((how) => this.#desk.read('web.capture', request, how));
    });
    // An attempt that failed is written down as well.
    this.#desk.revision++;
    this.#desk.structure++;
    await this.#desk.refresh();
    return kept;
  }
}

/** Captures of a page that have a text, oldest first: those that can be compared. */
export function comparable(captures: readonly Capture[]): Capture[] {
  const texts = captures.filter((capture) => capture.part === 'text' && !capture.trashed);
  return texts.sort((a, b) => a.captured.localeCompare(b.captured));
}
