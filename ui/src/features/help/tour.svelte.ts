import { tick } from 'svelte';
import { type Desk } from '$lib/desk.svelte';
import { type Place } from '$lib/place';
import { t } from '$lib/words';

/** One stop of the tour: where it is, and the thing it points at there. */
export interface Step {
  /** Of the demo case. */
  place: (id: string) => Place;
  /** The first of these that is there is pointed at. */
  at: readonly string[];
  title: string;
  words: string;
}

const key = 'counterclaim.tour';

/** A walk through the demo case, beside the work and never in its way. It can be left, and taken up again. */
export class Tour {
  on = $state(false);
  at = $state(0);
  /** Begun once, and left before its end. */
  left = $state(false);
  /** Never begun and never declined: the demo case offers it. */
  fresh = $state(false);
  readonly steps: readonly Step[];
  readonly #desk: Desk;
  #caseId: string | null = null;
  /** What had the focus before it began. */
  #before: Element | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    const words = t.tour.steps;
    const tab =
      (name: 'compare' | 'claims' | 'report', sub: string | null = null) =>
      (id: string): Place => ({
        view: 'case',
        id,
        tab: name,
        sub,
      });
    this.steps = [
      {
        place: tab('compare'),
        at: ['[data-testid="points-grid"] thead', '[data-testid="points-grid"]'],
        ...words.accounts,
      },
      {
        place: tab('compare'),
        at: ['[data-testid="point-1-state"]', '[data-testid="points-grid"]'],
        ...words.row,
      },
      {
        place: tab('compare', 'matrix'),
        at: ['[data-testid^="score-"]', '[data-testid="matrix"]'],
        ...words.matrix,
      },
      {
        place: tab('claims'),
        at: ['[data-testid="claim-link"]', '[data-testid="claim-list"]'],
        ...words.claim,
      },
      {
        place: tab('report'),
        at: ['[data-testid="report-export"]', '[data-testid="report-preview"]'],
        ...words.report,
      },
    ];
    try {
      const kept = localStorage.getItem(key);
      this.fresh = kept === null;
      const stored = Number(kept ?? '-1');
      if (stored >= 0 && stored < this.steps.length) {
        this.at = stored;
        this.left = true;
      }
    } catch {
      // Without storage the tour begins at its beginning.
    }
  }

  get step(): Step | undefined {
    return this.steps[this.at];
  }

  /** Begins, or goes on where it was left. The demo case is written first where it is not there. */
  async start(caseId: string | null = null): Promise<void> {
    this.#caseId = caseId ?? (await this.#demo());
    if (this.#caseId === null) return;
    this.#before = document.activeElement;
    this.on = true;
    this.fresh = false;
    this.left = false;
    await this.#go();
  }

  async move(by: -1 | 1): Promise<void> {
    const to = this.at + by;
    if (to >= this.steps.length) return this.#end();
    this.at = Math.max(0, to);
    await this.#go();
  }

  leave(): void {
    this.on = false;
    this.left = true;
    void this.#giveBack();
  }

  /** Not now: it is offered no more, and waits behind “?”. */
  decline(): void {
    this.fresh = false;
    this.#keep('-1');
  }

  /** The focus goes back to where it was, or to the work. */
  async #giveBack(): Promise<void> {
    await tick();
    const { body } = document;
    const there = this.#before;
    if (there instanceof HTMLElement && there.isConnected && there !== body) there.focus();
    else document.getElementById('work')?.focus();
  }

  #end(): void {
    this.on = false;
    this.left = false;
    this.at = 0;
    this.#keep('-1');
    void this.#giveBack();
  }

  async #go(): Promise<void> {
    const { step } = this;
    if (!step || this.#caseId === null) return;
    this.#keep(String(this.at));
    this.#desk.nav.go(step.place(this.#caseId));
    await tick();
  }

  /** The demo case of this workspace; it is written where there is none and this window may write. */
  async #demo(): Promise<string | null> {
    const cases = await this.#desk.read('case.list', {});
    const demo = cases.find((line) => line.example);
    if (demo) return demo.id;
    if (!this.#desk.editable) return cases[0]?.id ?? null;
    return (await this.#desk.write('demo.add', {})).id;
  }

  #keep(value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      // See above.
    }
  }
}
