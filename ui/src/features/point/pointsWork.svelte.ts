import { tick } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';
import {
  type AccountColumn,
  type CaseView,
  type PointRow,
  type PointsView,
  type RowState,
} from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Act, Resource } from '$lib/resource.svelte';
import { AnswerEntry } from '$features/claim/answerEntry.svelte';
import { ADD, FINDINGS, GridCursor, HEAD, POINT } from './gridCursor.svelte';

/** What is being written right in the grid. */
export type Editing =
  | { at: 'point'; id: string }
  | { at: 'account'; id: string }
  | { at: 'answer'; point: string; account: string | null; finding: string | null; correct: boolean }
  | { at: 'silence'; point: string; account: string }
  | { at: 'differs'; point: string; account: string; earlier: string };

/** What stands in the pane beside the grid. */
export type Open =
  | { form: 'point'; id: string }
  | { form: 'account'; id: string | null }
  | { form: 'finding'; id: string | null }
  | { form: 'answer'; point: string; account: string | null; finding: string | null; entry: AnswerEntry }
  | { form: 'judge'; point: string; letter: string | null }
  | { form: 'inquiry'; point: string | null; account: string | null }
  | { form: 'effort' };

/** The points grid at work: what is read, where the keyboard is, what is being written, and every act on it. */
export class PointsWork {
  readonly desk: Desk;
  readonly grid = new Resource<PointsView>();
  readonly acting = new Act();
  readonly cursor: GridCursor;
  readonly selected = new SvelteSet<string>();
  readonly unfolded = new SvelteSet<string>();
  commonFirst = $state(false);
  only: RowState | null = $state(null);
  headsOpen = $state(false);
  addingAccount = $state(false);
  editing: Editing | null = $state.raw(null);
  open: Open | null = $state.raw(null);
  shown: CaseView = $state.raw() as CaseView;
  /** The table, once it is drawn. */
  table: HTMLElement | undefined = $state.raw();

  readonly rows = $derived.by(() =>
    (this.grid.value?.rows ?? []).filter((row) => this.only === null || row.state === this.only),
  );
  readonly accounts = $derived(this.grid.value?.accounts ?? []);
  readonly findings = $derived(this.grid.value?.findings ?? []);
  readonly rowKeys = $derived.by(() => [
    HEAD,
    ...this.rows.map((row) => row.id),
    ...(this.desk.editable && this.only === null ? [ADD] : []),
  ]);
  readonly columnKeys = $derived([
    POINT,
    ...this.accounts.map((account) => account.id),
    ...(this.findings.length ? [FINDINGS] : []),
  ]);

  constructor(desk: Desk, shown: CaseView) {
    this.desk = desk;
    this.shown = shown;
    this.cursor = new GridCursor(
      () => this.rowKeys,
      () => this.columnKeys,
    );
  }

  get caseId(): string {
    return this.shown.id;
  }

  row(id: string): PointRow | undefined {
    return this.grid.value?.rows.find((row) => row.id === id);
  }

  account(id: string): AccountColumn | undefined {
    return this.accounts.find((account) => account.id === id);
  }

  /** The row and account where the keyboard is, if it is on such a cell. */
  get here(): { row: PointRow | undefined; account: AccountColumn | undefined } {
    return { row: this.row(this.cursor.row), account: this.account(this.cursor.column) };
  }

  /** Puts the focus on the cell that has the keyboard. */
  async focus(): Promise<void> {
    await tick();
    this.cursor.settle();
    // The row that adds a point is one cell for all columns.
    const key = `${this.cursor.row}|${this.cursor.row === ADD ? POINT : this.cursor.column}`;
    const cell = this.table?.querySelector<HTMLElement>(`[data-cell="${key}"]`);
    // The browser scrolls it into sight, below the heads: by the cells' scroll margin.
    cell?.focus();
  }

  goTo(row: string, column: string): Promise<void> {
    this.cursor.to(row, column);
    return this.focus();
  }

  edit(editing: Editing): void {
    if (!this.desk.editable) return;
    this.editing = editing;
  }

  /** Leaves what is being written in the grid; the keyboard goes back to its cell. */
  done(): void {
    this.editing = null;
    void this.focus();
  }

  show(open: Open): void {
    this.open = open;
  }

  close(): void {
    this.open = null;
    void this.focus();
  }

  /** An entry for one place; with `correct` it holds what is there. */
  entry(point: string, account: string | null, finding: string | null, correct: boolean): AnswerEntry {
    const entry = new AnswerEntry(this.desk, {
      caseId: this.caseId,
      pointId: point,
      accountId: account,
      findingId: finding,
    });
    if (correct) {
      const row = this.row(point);
      const answer = account
        ? row?.cells.find((cell) => cell.account_id === account)?.current
        : row?.finding_cells.find((cell) => cell.finding_id === finding)?.answer;
      if (answer) entry.correct(answer, this.shown.case);
    }
    return entry;
  }

  /** Begins to write in the cell: what is there is corrected, what is missing is added. */
  write(point: string, account: string | null, finding: string | null, correct: boolean): void {
    this.edit({ at: 'answer', point, account, finding, correct });
  }

  fold(key: string): void {
    if (!this.unfolded.delete(key)) this.unfolded.add(key);
  }

  toggle(id: string): void {
    if (!this.selected.delete(id)) this.selected.add(id);
  }

  /** Chooses every row between the last one chosen and this one. */
  selectTo(id: string): void {
    const ids = this.rows.map((row) => row.id);
    const last = [...this.selected].at(-1);
    const from = last ? ids.indexOf(last) : -1;
    const to = ids.indexOf(id);
    if (from < 0 || to < 0) return void this.selected.add(id);
    for (const between of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) this.selected.add(between);
  }

  /** Rows can be moved where they stand in their own order. */
  get canMove(): boolean {
    return this.desk.editable && !this.commonFirst;
  }

  /** Puts a point where another one of those in sight stands. */
  async movePoint(id: string, onto: string): Promise<void> {
    if (!this.canMove || id === onto) return;
    const order = (this.grid.value?.rows ?? []).map((row) => row.id);
    const down = order.indexOf(id) < order.indexOf(onto);
    const others = order.filter((one) => one !== id);
    const after_id = down ? onto : (others[others.indexOf(onto) - 1] ?? null);
    await this.acting.run(() => this.desk.write('point.move', { id, after_id }));
    void this.focus();
  }

  async movePointBy(id: string, by: -1 | 1): Promise<void> {
    const ids = this.rows.map((row) => row.id);
    const onto = ids[ids.indexOf(id) + by];
    if (onto) await this.movePoint(id, onto);
  }

  /** Puts an account where another one stands. */
  async moveAccount(id: string, onto: string): Promise<void> {
    const order = this.accounts.map((account) => account.id);
    const to = order.indexOf(onto);
    if (!this.desk.editable || id === onto || to < 0) return;
    const account_ids = order.filter((one) => one !== id).toSpliced(to, 0, id);
    await this.acting.run(() => this.desk.write('account.order', { case_id: this.caseId, account_ids }));
    void this.focus();
  }

  async moveAccountBy(id: string, by: -1 | 1): Promise<void> {
    const ids = this.accounts.map((account) => account.id);
    const onto = ids[ids.indexOf(id) + by];
    if (onto) await this.moveAccount(id, onto);
  }

  async withdrawSilence(id: string): Promise<void> {
    await this.acting.run(() => this.desk.write('silence.trash', { id }));
    void this.focus();
  }

  /** No longer says that a later statement differs from an earlier one. */
  async takeBackDiffers(id: string): Promise<void> {
    const set = { differs_from_id: null, differs_reason: null };
    await this.acting.run(() => this.desk.write('statement.edit', { id, set }));
    void this.focus();
  }

  async trashAnswer(id: string): Promise<void> {
    await this.acting.run(() => this.desk.write('answer.trash', { id }));
    void this.focus();
  }

  async trashPoints(ids: readonly string[]): Promise<void> {
    await this.acting.run(() => this.desk.write('record.trash_all', { table: 'point', ids: [...ids] }));
    this.selected.clear();
    void this.focus();
  }

  async trashAccount(id: string): Promise<void> {
    await this.acting.run(() => this.desk.write('account.trash', { id }));
    void this.focus();
  }
}

/** The points chosen, or the one meant where it is not among them. */
export function meant(work: PointsWork, id: string): string[] {
  return work.selected.has(id) ? [...work.selected] : [id];
}
