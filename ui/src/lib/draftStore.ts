// Where what was typed and not yet saved is kept, outside the history.

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

const prefix = 'counterclaim.draft.';

/** Drafts in the page's own storage. */
export class PageDrafts implements DraftStore {
  async keep(key: string, body: string): Promise<void> {
    localStorage.setItem(prefix + key, JSON.stringify({ time: new Date().toISOString(), body }));
  }

  async find(key: string): Promise<Kept | null> {
    const text = localStorage.getItem(prefix + key);
    if (text === null) return null;
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null && 'time' in kept && 'body' in kept
      ? (kept as Kept)
      : null;
  }

  async drop(key: string): Promise<void> {
    localStorage.removeItem(prefix + key);
  }
}
