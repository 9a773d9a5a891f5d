import { SvelteSet } from 'svelte/reactivity';

/** Which rows of a list are chosen, and where the keyboard stands. The order is that of the list in sight. */
export class Selection {
  readonly #chosen = new SvelteSet<string>();
  /** The row that arrow keys move from. */
  cursor: string | null = $state(null);
  #anchor: string | null = null;
  readonly #order: () => readonly string[];

  constructor(order: () => readonly string[]) {
    this.#order = order;
  }

  get count(): number {
    return this.#chosen.size;
  }

  /** The chosen rows in the order of the list. */
  get ids(): string[] {
    return this.#order().filter((id) => this.#chosen.has(id));
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  one(id: string): void {
    this.#set([id]);
    this.cursor = this.#anchor = id;
  }

  toggle(id: string): void {
    if (!this.#chosen.delete(id)) this.#chosen.add(id);
    this.cursor = this.#anchor = id;
  }

  /** Everything from the last single choice up to this row. */
  upTo(id: string): void {
    const order = this.#order();
    const [from, to] = [order.indexOf(this.#anchor ?? id), order.indexOf(id)];
    if (to < 0) return;
    const [low, high] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.#set(order.slice(low, high + 1));
    this.#anchor ??= id;
    this.cursor = id;
  }

  all(): void {
    this.#set(this.#order());
  }

  clear(): void {
    this.#chosen.clear();
    this.#anchor = this.cursor;
  }

  /** A click, with the keys held. */
  click(id: string, keys: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void {
    if (keys.shiftKey) this.upTo(id);
    else if (keys.ctrlKey || keys.metaKey) this.toggle(id);
    else this.one(id);
  }

  /** Moves the keyboard's row; with `extend` the choice grows, with `alone` only the keyboard moves. */
  move(to: number, how: { extend?: boolean; alone?: boolean } = {}): string | null {
    const order = this.#order();
    const id = order[Math.max(0, Math.min(order.length - 1, to))];
    if (id === undefined) return null;
    if (how.extend) this.upTo(id);
    else if (how.alone) this.cursor = id;
    else this.one(id);
    return id;
  }

  get place(): number {
    return this.cursor === null ? -1 : this.#order().indexOf(this.cursor);
  }

  /** Forgets rows that are no longer in the list. */
  keep(): void {
    const here: Record<string, true> = Object.fromEntries(this.#order().map((id) => [id, true]));
    for (const id of [...this.#chosen]) if (!here[id]) this.#chosen.delete(id);
    if (this.cursor !== null && !here[this.cursor]) this.cursor = null;
    if (this.#anchor !== null && !here[this.#anchor]) this.#anchor = null;
  }

  #set(ids: readonly string[]): void {
    this.#chosen.clear();
    for (const id of ids) this.#chosen.add(id);
  }
}
