import { type OperationLine } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

const page = 200;

/** Operations, newest first, fetched a page at a time. */
export class HistoryState {
  readonly first = new Resource<OperationLine[]>();
  lines: OperationLine[] = $state.raw([]);
  complete = $state(false);
  #caseId: string | null = null;
  #fetching = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async load(caseId: string | null): Promise<void> {
    this.#caseId = caseId;
    await this.first.load(() => this.#desk.read('history.list', { case_id: caseId, limit: page }));
    this.lines = this.first.value ?? [];
    this.complete = this.lines.length < page;
  }

  /** The next page, unless everything is here or a page is on its way. */
  async more(): Promise<void> {
    const last = this.lines.at(-1);
    if (this.complete || this.#fetching || !last) return;
    this.#fetching = true;
    try {
      const next = await this.#desk.read('history.list', {
        case_id: this.#caseId,
        before: last.id,
        limit: page,
      });
      this.lines = [...this.lines, ...next];
      this.complete = next.length < page;
    } finally {
      this.#fetching = false;
    }
  }
}
