import { type OperationLine } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';
import { kindOf, kindsOf } from './kinds';

const page = 200;
// A list that was scrolled far is read again up to here; the rest follows when one scrolls on.
const mostAgain = 1000;
// How many pages are looked through for one that fits, before the window is asked again.
const ahead = 5;

/** Which operations are listed. */
export interface Wish {
  caseId: string | null;
  recordId: string | null;
  /** Name of the editor; empty = anyone. */
  editor: string;
  /** What the command is about, such as "claim"; empty = anything. */
  kind: string;
}

export const everything: Wish = { caseId: null, recordId: null, editor: '', kind: '' };

/** Operations, newest first, fetched a page at a time. */
export class HistoryState {
  readonly first = new Resource<OperationLine[]>();
  lines: OperationLine[] = $state.raw([]);
  complete = $state(false);
  wish: Wish = $state.raw(everything);
  readonly shown = $derived(
    this.lines.filter(
      (line) =>
        (this.wish.editor === '' || line.editor === this.wish.editor) &&
        (this.wish.kind === '' || kindOf(line) === this.wish.kind),
    ),
  );
  readonly kinds = $derived(kindsOf(this.lines));
  #turn = 0;
  #fetching = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async load(wish: Wish): Promise<void> {
    const same = wish.caseId === this.wish.caseId && wish.recordId === this.wish.recordId;
    this.wish = wish;
    const limit = same
      ? Math.min(mostAgain, Math.max(page, Math.ceil(this.lines.length / page) * page))
      : page;
    const turn = ++this.#turn;
    await this.first.load(() => this.#desk.read('history.list', { ...this.#request(), limit }));
    if (turn !== this.#turn) return;
    this.lines = this.first.value ?? [];
    this.complete = this.lines.length < limit;
    await this.fill();
  }

  /** Only the choice among what is listed changed: nothing is read again. */
  async narrow(wish: Wish): Promise<void> {
    this.wish = wish;
    await this.fill();
  }

  /** Looks on until a screenful fits, or nothing is left. */
  async fill(): Promise<void> {
    for (let pages = 0; pages < ahead && this.shown.length < 40 && !this.complete; pages += 1) {
      const before = this.lines.length;
      await this.more();
      if (this.lines.length === before) return;
    }
  }

  /** The next page, unless everything is here or a page is on its way. */
  async more(): Promise<void> {
    const last = this.lines.at(-1);
    if (this.complete || this.#fetching || !last) return;
    const turn = this.#turn;
    this.#fetching = true;
    try {
      const next = await this.#desk.read('history.list', {
        ...this.#request(),
        before: last.id,
        limit: page,
      });
      if (turn !== this.#turn) return;
      this.lines = [...this.lines, ...next];
      this.complete = next.length < page;
    } finally {
      this.#fetching = false;
    }
  }

  #request(): { case_id: string | null; record_id: string | null } {
    return { case_id: this.wish.caseId, record_id: this.wish.recordId };
  }
}
