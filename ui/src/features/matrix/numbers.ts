import { type MatrixCell, type MatrixColumn, type MatrixRow } from '$lib/api/bindings';
import { t } from '$lib/words';
import { type CellMark, markOf } from '../marks/stance';

/** A number of the matrix as shown: two places, never more than the api gave. */
export function shown(value: number): string {
  return value.toFixed(2);
}

/** What a cell says, in words: "strongly contradicts", or who said what where the editors differ. */
export function cellWords(cell: MatrixCell, mark: CellMark = markOf(cell.shown)): string {
  if (mark !== 'unsettled' || cell.stances.length === 0) return t.stance[mark];
  const parts = cell.stances.map((stance) => t.matrix.stanceOf(stance.editor, t.stance[stance.value]));
  return t.matrix.cellUnsettled(parts.join(', '));
}

/** The name of a cell in short, for the footer: "B1, E7: strongly contradicts". */
export function shortName(row: MatrixRow, column: MatrixColumn, cell: MatrixCell, mark?: CellMark): string {
  return t.matrix.cell(row.label, column.label, cellWords(cell, mark));
}

const brief = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)}…` : text);

/** The accessible name of a cell: which claim, which evidence, which stance, and whether that is saved. */
export function cellName(
  row: MatrixRow,
  column: MatrixColumn,
  cell: MatrixCell,
  mark?: CellMark,
  writing = false,
): string {
  const words = cellWords(cell, mark);
  return t.matrix.cellFull(
    row.label,
    brief(row.name),
    column.label,
    brief(column.name),
    writing ? t.matrix.notSavedYet(words) : words,
    cell.remarks.length,
  );
}
