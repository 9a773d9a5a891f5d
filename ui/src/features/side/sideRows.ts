// The chosen accounts beside each other, row by row in time. Order, dates and states come from the api; here they are
// only put beside each other.
import {
  type CaseAt,
  type CellState,
  type Lane,
  type PointRow,
  type PointsView,
  type Relation,
  type TimelineEntry,
} from '$lib/api/bindings';

/** Statements of one day (or of none), by account. */
export interface SideRow {
  /** The date as written; null for those without one. */
  date: string | null;
  cells: TimelineEntry[][];
}

/** A point that a statement answers, and what the other accounts in sight do there. */
export interface SidePoint {
  row: PointRow;
  others: { letter: string; state: CellState; relation: Relation | null }[];
}

/** One row for each date, earliest first as the lanes give them; what has no date stands before. */
export function sideRows(lanes: readonly Lane[]): SideRow[] {
  const rows: SideRow[] = [];
  const undated = lanes.map((lane) => lane.undated);
  if (undated.some((entries) => entries.length > 0)) rows.push({ date: null, cells: undated });
  const entries = lanes.flatMap((lane, column) => lane.entries.map((entry) => ({ entry, column })));
  entries.sort((a, b) => key(a.entry).localeCompare(key(b.entry)));
  for (const { entry, column } of entries) {
    let row = rows.at(-1);
    if (row?.date !== entry.date || row.date === null) {
      row = { date: entry.date, cells: lanes.map(() => []) };
      rows.push(row);
    }
    row.cells[column]?.push(entry);
  }
  return rows;
}

const key = (entry: TimelineEntry): string => entry.earliest ?? entry.date ?? '';

/** The points that the account's claims in a statement answer. */
export function sidePoints(
  entry: TimelineEntry,
  own: string,
  chosen: readonly string[],
  record: Pick<CaseAt, 'answers' | 'account_claims'>,
  grid: PointsView,
): SidePoint[] {
  // A statement can deny or report the claim of another account: here only the account's own claims count.
  const claims = new Set(
    record.account_claims
      .filter((one) => one.account_id === own && entry.claim_ids.includes(one.claim_id))
      .map((one) => one.claim_id),
  );
  const points = new Set(
    record.answers.filter((answer) => claims.has(answer.claim_id)).map((answer) => answer.point_id),
  );
  const letters = new Map(grid.accounts.map((account) => [account.id, account.letter]));
  const mine = letters.get(own) ?? '';
  return grid.rows
    .filter((row) => points.has(row.id))
    .toSorted((a, b) => a.number - b.number)
    .map((row) => ({
      row,
      others: row.cells
        .filter((cell) => cell.account_id !== own && chosen.includes(cell.account_id))
        .map((cell) => {
          const letter = letters.get(cell.account_id) ?? '';
          const pair = row.pairs.find(
            (one) => (one.a === mine && one.b === letter) || (one.a === letter && one.b === mine),
          );
          return { letter, state: cell.state, relation: pair?.relation ?? null };
        }),
    }));
}

/** The points on which an account has an answer of no kind, by what is known of that. */
export function nothingOn(grid: PointsView, account: string, state: CellState): PointRow[] {
  return grid.rows
    .filter((row) => row.cells.find((cell) => cell.account_id === account)?.state === state)
    .toSorted((a, b) => a.number - b.number);
}
