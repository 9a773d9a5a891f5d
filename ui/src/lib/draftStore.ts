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
}

/** Drafts by the door: what is kept is on the disk when it answers. */
export class DeskDrafts implements DraftStore {
  readonly #host: Host;
  readonly #may: () => boolean;

  constructor(host: Host, may: () => boolean) {
    this.#host = host;
    this.#may = may;
  }

  async keep(key: string, body: string): Promise<void> {
    if (this.#may()) await this.#host.call('draft.keep', { key, value: JSON.parse(body) });
  }

  async find(key: string): Promise<Kept | null> {
    const drafts = await this.#host.call('draft.list', { begins: key });
    const draft = drafts.find((each) => each.id === key);
    return draft ? { time: draft.kept, body: JSON.stringify(draft.value) } : null;
  }

  async drop(key: string): Promise<void> {
    if (this.#may()) await this.#host.call('draft.drop', { key });
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
}
