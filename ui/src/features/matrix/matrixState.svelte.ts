import { type CaseView, type Matrices, type Matrix, type MatrixColumn } from '$lib/api/bindings';
import { type Problem, problemFrom } from '$lib/api/problem';
import { type Desk } from '$lib/desk.svelte';
import { untrack } from 'svelte';
import { Resource } from '$lib/resource.svelte';
import { byKey, type ColumnOrder, evidence, type Group, groups, type RowOrder } from './grid';
import { Rater } from './rater.svelte';
import { type Advance, advances } from './stanceKey';

/** Nothing was read without what is left out. */
const none: ReadonlyMap<string, Matrix> = byKey([]);

/** After a stance the numbers are read again once the keys rest, and at the latest after so many ms: a row of digits is one reading. */
const rest = 400;
const atLatest = 5000;

const advanceKey = 'counterclaim.matrix.advance';

function storedAdvance(): Advance {
  try {
    const stored = localStorage.getItem(advanceKey);
    return advances.find((one) => one === stored) ?? 'stay';
  } catch {
    return 'stay';
  }
}

/** What the matrix shows: which points, whose stances, in which order, without what. */
export class MatrixState {
  /** A point's id, `points` for all that have evidence, or `accounts`. */
  chosen: MatrixColumn[] = $state.raw([]);
  whose: 'desk' | 'mine' = $state<'desk' | 'mine'>('desk');
  transposed = $state(false);
  order: RowOrder = $state<RowOrder>('account');
  sort: ColumnOrder = $state<ColumnOrder>('entry');
  advance: Advance = $state<Advance>(storedAdvance());
  leftOut: string[] = $state.raw([]);
  withoutProblem: Problem | undefined = $state.raw(undefined);
  readonly whole = new Resource<Matrices>();
  readonly rater: Rater;
  readonly #desk: Desk;
  readonly #shown: () => CaseView;
  #wanted = $state('');
  #without: ReadonlyMap<string, Matrix> = $state.raw(none);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What was asked for last, and since when stances wait to be read with it. */
  #asked = '';
  #since = 0;

  constructor(desk: Desk, shown: () => CaseView) {
    this.#desk = desk;
    this.#shown = shown;
    this.rater = new Rater(desk);
  }

  readonly points = $derived.by(() =>
    this.#shown().case.points.toSorted((a, b) => (a.position < b.position ? -1 : 1)),
  );

  /** What the lines are: the first point, until something else is chosen. */
  get of(): string {
    return this.#wanted || this.points[0]?.uuid || 'accounts';
  }

  choose(of: string): void {
    this.#wanted = of;
    this.leftOut = [];
    this.chosen = [];
  }

  /** Where the keyboard goes after a rating is a habit, and stays one. */
  keepAdvance(advance: Advance): void {
    this.advance = advance;
    try {
      localStorage.setItem(advanceKey, advance);
    } catch {
      // Without storage the choice holds until the window closes.
    }
  }

  leave(labels: readonly string[]): void {
    this.leftOut = [...labels];
  }

  readonly groups: Group[] = $derived.by(() => {
    const read = this.whole.value?.matrices ?? [];
    const of = this.of === 'points' ? read.filter((matrix) => matrix.point_id !== null) : read;
    return groups(of, this.leftOut.length ? this.#without : none, this.points);
  });

  readonly evidence = $derived.by(() => evidence(this.groups, this.chosen));

  #request(): { case_id: string; known_by: string | null; as_of: string | null; whose: string | null } {
    const whose = this.whose === 'mine' ? this.#desk.editor : null;
    return { case_id: this.#shown().id, ...this.#desk.view, whose };
  }

  #rows(of: string): { accounts?: true; point_id?: string } {
    return of === 'accounts' ? { accounts: true } : of === 'points' ? {} : { point_id: of };
  }

  /** Reads the matrix: at once when something else is asked for or changed, after a stance when the keys rest. */
  read(): () => void {
    void this.#desk.revision;
    const wanted = { ...this.#request(), ...this.#rows(this.of) };
    const asked = JSON.stringify([wanted, this.#desk.structure]);
    const wait = asked === this.#asked;
    this.#asked = asked;
    if (!wait) this.#since = 0;
    else if (this.#since === 0) this.#since = performance.now();
    const load = (): void => {
      this.#since = 0;
      // What was acknowledged before the reading began is then in it.
      const told = untrack(() => this.rater.acknowledged);
      void this.whole
        .load(() => this.#desk.read('compare.matrix', wanted))
        .then(() => this.rater.forget(told));
    };
    if (!wait) untrack(load);
    else {
      const waited = performance.now() - this.#since;
      this.#timer = setTimeout(load, Math.max(0, Math.min(rest, atLatest - waited)));
    }
    return () => clearTimeout(this.#timer);
  }

  /** Reads what remains without what is left out: each point that holds some of it by itself, whenever the whole was read. */
  readWithout(): void {
    const request = this.#request();
    const out = this.leftOut;
    const asked = (this.whole.value?.matrices ?? []).flatMap((matrix) => {
      const own = matrix.columns.map((column) => column.label).filter((label) => out.includes(label));
      return own.length ? [{ key: matrix.point_id ?? 'accounts', own }] : [];
    });
    const turn = ++this.#turn;
    if (asked.length === 0) {
      this.#without = none;
      this.withoutProblem = undefined;
      return;
    }
    void Promise.all(
      asked.map(async ({ key, own }) => {
        const rows = this.#rows(key);
        const { matrices } = await this.#desk.read('compare.matrix', { ...request, ...rows, left_out: own });
        return matrices.map((matrix) => [key, matrix] as const);
      }),
    ).then(
      (read) => {
        if (turn !== this.#turn) return;
        this.#without = byKey(read.flat());
        this.withoutProblem = undefined;
      },
      (error: unknown) => {
        if (turn === this.#turn) this.withoutProblem = problemFrom(error);
      },
    );
  }
}
