import { type HistoryKind, type OperationLine } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

const page = 200;
// A list that was scrolled far is read again up to here; the rest follows when one scrolls on.
const mostAgain = 1000;

/** Which operations are listed; null = all. */
export interface Wish {
  caseId: string | null;
  recordId: string | null;
  editorId: string | null;
  /** What the command is about, such as "claim". */
  kind: string | null;
}

export const everything: Wish = { caseId: null, recordId: null, editorId: null, kind: null };

const same = (one: Wish, other: Wish): boolean =>
  one.caseId === other.caseId &&
  one.recordId === other.recordId &&
  one.editorId === other.editorId &&
  one.kind === other.kind;

/** Operations, newest first, chosen among the whole history and fetched a page at a time. */
export class HistoryState {
  readonly first = new Resource<OperationLine[]>();
  /** The kinds there are among what the other choices leave. */
  readonly kinds = new Resource<HistoryKind[]>();
  lines: OperationLine[] = $state.raw([]);
  complete = $state(false);
  /** Something was chosen among the operations of the case or of all. */
  narrowed = $state(false);
  #wish: Wish = everything;
  #turn = 0;
  #fetching = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async load(wish: Wish): Promise<void> {
    const limit = same(wish, this.#wish)
      ? Math.min(mostAgain, Math.max(page, Math.ceil(this.lines.length / page) * page))
      : page;
    this.#wish = wish;
    const turn = ++this.#turn;
    const { case_id, record_id, editor_id } = this.#request();
    await Promise.all([
      this.first.load(() => this.#desk.read('history.list', { ...this.#request(), limit })),
      this.kinds.load(() => this.#desk.read('history.kinds', { case_id, record_id, editor_id })),
    ]);
    if (turn !== this.#turn) return;
    this.lines = this.first.value ?? [];
    this.complete = this.lines.length < limit;
    this.narrowed = wish.recordId !== null || wish.editorId !== null || wish.kind !== null;
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

  #request(): Record<'case_id' | 'record_id' | 'editor_id' | 'kind', string | null> {
    const { caseId, recordId, editorId, kind } = this.#wish;
    return { case_id: caseId, record_id: recordId, editor_id: editorId, kind };
  }
}
