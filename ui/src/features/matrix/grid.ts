// The matrix as it is laid out: points one after another, their claims as lines, all their evidence across.
import {
  type CaseAt,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
} from '$lib/api/bindings';

/** One point with its claims, or the accounts. */
export interface Group {
  key: string;
  /** Number of the point in the case; null for the accounts. */
  number: number | null;
  matrix: Matrix;
  /** The same without what is left out; null where nothing of it is. */
  without: Matrix | null;
}

/** A piece of evidence in its column. */
export interface Evidence {
  key: string;
  column: MatrixColumn;
  /** Chosen to be weighed; no cell of it is linked yet. */
  fresh: boolean;
}

export type Line =
  | { kind: 'head'; key: string; group: Group }
  | { kind: 'row'; key: string; group: Group; row: MatrixRow; place: number };

export type RowLine = Extract<Line, { kind: 'row' }>;

/** One cell: where it stands, and what it holds. */
export interface At {
  line: RowLine;
  evidence: Evidence;
  cell: MatrixCell;
}

export type RowOrder = 'account' | 'rank';
export type ColumnOrder = 'entry' | 'diagnosticity' | 'date' | 'reliability';

/** What a pair without a link holds. */
export const nothing: MatrixCell = {
  link_ids: [],
  shown: { state: 'unrated', value: null, n_editors: 0 },
  stances: [],
  relevance: null,
  credibility: null,
  contribution: null,
  note: null,
  remarks: [],
};

export function evidenceKey(column: MatrixColumn): string {
  return column.item_id ?? column.excerpt_id ?? column.claim_id ?? column.label;
}

export function rowKey(group: Group, row: MatrixRow): string {
  return `${group.key} ${row.claim_id ?? row.account_id ?? row.label}`;
}

/** Matrices by the key of their group. */
export function byKey(all: readonly (readonly [string, Matrix])[]): ReadonlyMap<string, Matrix> {
  return new Map(all);
}

/** The points' matrices with their numbers in the case. */
export function groups(
  matrices: readonly Matrix[],
  without: ReadonlyMap<string, Matrix>,
  points: readonly CaseAt['points'][number][],
): Group[] {
  const order = points.toSorted((a, b) => (a.position < b.position ? -1 : 1));
  return matrices.map((matrix) => {
    const key = matrix.point_id ?? 'accounts';
    const place = order.findIndex((point) => point.uuid === matrix.point_id);
    return { key, number: place < 0 ? null : place + 1, matrix, without: without.get(key) ?? null };
  });
}

/** Every piece of evidence of these points once, in the order in which it entered the case, then what was just chosen. */
export function evidence(all: readonly Group[], chosen: readonly MatrixColumn[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const group of all) {
    for (const column of group.matrix.columns) {
      const key = evidenceKey(column);
      if (!found.has(key)) found.set(key, { key, column, fresh: false });
    }
  }
  const entered = (one: Evidence): number => Number(one.column.label.replace(/\D+/g, '')) || 0;
  const known = [...found.values()].toSorted((a, b) => entered(a) - entered(b));
  const fresh = chosen
    .filter((column) => !found.has(evidenceKey(column)))
    .map((column) => ({ key: evidenceKey(column), column, fresh: true }));
  return [...known, ...fresh];
}

/** The column of a piece of evidence in one point's matrix, with its own numbers. */
export function columnIn(group: Group, key: string): MatrixColumn | undefined {
  return group.matrix.columns.find((column) => evidenceKey(column) === key);
}

const first = (date: string | null): string => /\d{4}(-\d{2}){0,2}/.exec(date ?? '')?.[0] ?? '9999';

/** Evidence in the order asked for; what is level stays as it entered. What was just chosen stands last. */
export function sorted(all: readonly Evidence[], of: readonly Group[], by: ColumnOrder): Evidence[] {
  const fresh = (a: Evidence, b: Evidence): number => Number(a.fresh) - Number(b.fresh);
  switch (by) {
    case 'entry':
      return [...all];
    case 'date':
      return all.toSorted((a, b) => fresh(a, b) || first(a.column.date).localeCompare(first(b.column.date)));
    case 'reliability':
      return all.toSorted(
        (a, b) => fresh(a, b) || (a.column.reliability ?? 'Z').localeCompare(b.column.reliability ?? 'Z'),
      );
    case 'diagnosticity': {
      const most = new Map(
        all.map((one) => [
          one.key,
          Math.max(-1, ...of.map((group) => columnIn(group, one.key)?.diagnosticity.value ?? -1)),
        ]),
      );
      return all.toSorted((a, b) => fresh(a, b) || (most.get(b.key) ?? -1) - (most.get(a.key) ?? -1));
    }
  }
}

/** The rank that counts now: without what is left out, where something is. */
export function rankNow(group: Group, row: MatrixRow): number {
  return withoutRow(group, row)?.rank ?? row.rank;
}

/** The same row with what is left out not counted. */
export function withoutRow(group: Group, row: MatrixRow): MatrixRow | undefined {
  return group.without?.rows.find((other) => other.label === row.label);
}

/** All lines: each point's head, then its claims, by account or by rank. */
export function lines(all: readonly Group[], order: RowOrder): Line[] {
  return all.flatMap((group): Line[] => {
    const rows = group.matrix.rows.map((row, place) => ({ row, place }));
    if (order === 'rank') rows.sort((a, b) => rankNow(group, a.row) - rankNow(group, b.row));
    return [
      { kind: 'head', key: group.key, group },
      ...rows.map(({ row, place }) => ({ kind: 'row' as const, key: rowKey(group, row), group, row, place })),
    ];
  });
}

/** Where each column of a group's matrix stands among its cells, by evidence. */
export function places(group: Group): Map<string, number> {
  return new Map(group.matrix.columns.map((column, place) => [evidenceKey(column), place]));
}

export interface Changed {
  label: string;
  rank: number;
  was: number;
}

export interface Turn {
  number: number | null;
  changed: Changed[];
}

/** What leaving out did to the order of each point, from the ranks that the api gave with and without. */
export function turns(all: readonly Group[]): Turn[] {
  return all
    .filter((group) => group.without)
    .map((group) => ({
      number: group.number,
      changed: group.matrix.rows
        .map((row) => ({ label: row.label, rank: rankNow(group, row), was: row.rank }))
        .filter((row) => row.rank !== row.was)
        .sort((a, b) => a.rank - b.rank),
    }));
}
