// Where in the points grid a record stands: its row and column, and whether its text lies behind the answer.
import { type AnswerView, type CaseAt, type PointRow } from '$lib/api/bindings';
import { FINDINGS, HEAD, POINT } from './gridCursor.svelte';

export interface GridPlace {
  row: string;
  column: string;
  /** The text of the cell is to be unfolded. */
  text: boolean;
}

interface Grid {
  rows: readonly PointRow[];
  accounts: readonly { id: string }[];
  findings: readonly { id: string }[];
}

export function gridPlace(
  grid: Grid,
  of: Pick<CaseAt, 'silences' | 'inquiries'>,
  id: string,
): GridPlace | undefined {
  if (grid.rows.some((row) => row.id === id)) return { row: id, column: POINT, text: false };
  if (grid.accounts.some((one) => one.id === id)) return { row: HEAD, column: id, text: true };
  if (grid.findings.some((one) => one.id === id)) return { row: HEAD, column: FINDINGS, text: true };
  const is = (answer: AnswerView | null): boolean => answer?.id === id || answer?.statement?.id === id;
  let earlier: GridPlace | undefined;
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const place = { row: row.id, column: cell.account_id, text: true };
      if (is(cell.current)) return place;
      if (cell.earlier.some(is)) earlier ??= place;
    }
    if (row.finding_cells.some((cell) => is(cell.answer)))
      earlier ??= { row: row.id, column: FINDINGS, text: true };
  }
  if (earlier) return earlier;
  const said = of.silences.find((one) => one.uuid === id) ?? of.inquiries.find((one) => one.uuid === id);
  if (!said) return undefined;
  const { point_id, account_id } = said;
  const column = account_id && grid.accounts.some((one) => one.id === account_id) ? account_id : POINT;
  return { row: point_id ?? HEAD, column, text: false };
}
