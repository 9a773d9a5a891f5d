import { type MatrixCell, type MatrixColumn, type MatrixRow } from '$lib/api/bindings';
import { t } from '$lib/words';
import { markOf } from '../marks/stance';

/** A number of the matrix as shown: two places, never more than the api gave. */
export function shown(value: number): string {
  return value.toFixed(2);
}

/** What a cell says, in words: "strongly contradicts", or who said what where the editors differ. */
export function cellWords(cell: MatrixCell): string {
  const mark = markOf(cell.shown);
  if (mark !== 'unsettled' || cell.stances.length === 0) return t.stance[mark];
  const parts = cell.stances.map((stance) => t.matrix.stanceOf(stance.editor, t.stance[stance.value]));
  return t.matrix.cellUnsettled(parts.join(', '));
}

/** The accessible name of a cell: "B1, E7: strongly contradicts". */
export function cellName(row: MatrixRow, column: MatrixColumn, cell: MatrixCell): string {
  return t.matrix.cell(row.label, column.label, cellWords(cell));
}
