// Where what was typed and not yet saved is kept: in the workspace, outside the history.
import { type Host } from './api/host';

/** What a form held when it was last kept. */
export interface Kept {
  /** When, RFC 3339. */
  time: string;
  /** The form's fields, as JSON. */
  body: string;
}

export interface DraftStore {
  keep(key: string, body: string): Promise<void>;
  find(key: string): Promise<Kept | null>;
  drop(key: string): Promise<void>;
  /** Waits until all that was to be kept or dropped is. */
  settled(): Promise<void>;
}

/** Drafts by the door: what is kept is on the disk when it answers. */
export class DeskDrafts implements DraftStore {
  readonly #host: Host;
  readonly #may: () => boolean;
  readonly #under = new Set<Promise<unknown>>();

  constructor(host: Host, may: () => boolean) {
    this.#host = host;
    this.#may = may;
  }

  async keep(key: string, body: string): Promise<void> {
    if (this.#may()) await this.#note(this.#host.call('draft.keep', { key, value: JSON.parse(body) }));
  }

  async find(key: string): Promise<Kept | null> {
    // A form that is opened as soon as it was left finds what it held.
    await Promise.allSettled([...this.#under]);
    const drafts = await this.#host.call('draft.list', { begins: key });
    const draft = drafts.find((each) => each.id === key);
    return draft ? { time: draft.kept, body: JSON.stringify(draft.value) } : null;
  }

  async drop(key: string): Promise<void> {
    if (this.#may()) await this.#note(this.#host.call('draft.drop', { key }));
  }

  async settled(): Promise<void> {
    do {
      // A form that was just left hands over what it holds in a moment.
      await new Promise((done) => setTimeout(done));
      await Promise.allSettled([...this.#under]);
    } while (this.#under.size > 0);
  }

  async #note(call: Promise<unknown>): Promise<void> {
    this.#under.add(call);
    try {
      await call;
    } finally {
      this.#under.delete(call);
    }
  }
}

/** Drafts in memory, for tests. */
export class MemoryDrafts implements DraftStore {
  readonly kept = new Map<string, Kept>();

  async keep(key: string, body: string): Promise<void> {
    this.kept.set(key, { time: new Date().toISOString(), body });
  }

  async find(key: string): Promise<Kept | null> {
    return this.kept.get(key) ?? null;
  }

  async drop(key: string): Promise<void> {
    this.kept.delete(key);
  }

  async settled(): Promise<void> {
    await Promise.resolve();
  }
}
