import { type CaseLine, type Requests } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

const page = 200;
// The whole list is put in order for every page of it: later pages are few and large.
const further = 1000;

/** The cases that fit, fetched a page at a time. What was fetched stays in sight while it is read again. */
export class CaseBook {
  readonly first = new Resource<CaseLine[]>();
  lines: CaseLine[] = $state.raw([]);
  complete = $state(false);
  #request: Requests['case.list'] = {};
  #turn = 0;
  #fetching = false;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async load(request: Requests['case.list']): Promise<void> {
    const same = JSON.stringify(request) === JSON.stringify(this.#request);
    // After a change as many rows are read again as were there, so that the list does not jump.
    const wanted = same ? Math.max(page, Math.ceil(this.lines.length / page) * page) : page;
    this.#request = request;
    const turn = ++this.#turn;
    await this.first.load(() => this.#desk.read('case.list', { ...request, limit: wanted }));
    if (turn !== this.#turn || !this.first.value) return;
    this.lines = this.first.value;
    this.complete = this.lines.length < wanted;
  }

  /** The next page, unless everything is here or a page is on its way. */
  async more(): Promise<void> {
    const offset = this.lines.length;
    if (this.complete || this.#fetching || offset === 0) return;
    const turn = this.#turn;
    this.#fetching = true;
    try {
      const next = await this.#desk.read('case.list', { ...this.#request, offset, limit: further });
      if (turn !== this.#turn) return;
      // Where the list moved in between, no case stands twice.
      const here = Object.fromEntries(this.lines.map((line) => [line.id, true]));
      this.lines = [...this.lines, ...next.filter((line) => !here[line.id])];
      this.complete = next.length < further;
    } finally {
      this.#fetching = false;
    }
  }

  /** Everything that fits, for an act upon all of it. */
  async rest(): Promise<void> {
    while (!this.complete && !this.#fetching) {
      const before = this.lines.length;
      await this.more();
      if (this.lines.length === before) return;
    }
  }
}
