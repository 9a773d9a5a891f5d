// What the cell with the keyboard says, in one line for the footer.
import { t } from '$lib/words';
import { ADD, FINDINGS, HEAD, POINT } from './gridCursor.svelte';
import { type PointsWork } from './pointsWork.svelte';
import { answerWords } from './words';

export function cellWords(work: PointsWork): string {
  const { cursor } = work;
  const { row, account } = work.here;
  if (cursor.row === ADD) return t.compare.footAdd;
  if (cursor.row === HEAD) {
    if (account) return t.compare.footAccount(account.letter, account.name);
    return cursor.column === FINDINGS ? t.compare.footFindings(work.findings.length) : '';
  }
  if (!row) return '';
  if (cursor.column === POINT) {
    return t.compare.footPoint(row.number, t.compare.states[row.state], row.letters);
  }
  if (cursor.column === FINDINGS) {
    const n = row.finding_cells.filter((cell) => cell.answer).length;
    return n ? t.compare.footFindingsAt(row.number, n) : t.compare.footNoFinding(row.number);
  }
  const cell = row.cells.find((one) => one.account_id === account?.id);
  if (!cell || !account) return '';
  const where = t.compare.footCell(row.number, account.letter);
  if (cell.current) {
    const evidence = t.compare.forAgainst(cell.current.n_for, cell.current.n_against, cell.current.n_unrated);
    return t.compare.footAnswer(where, answerWords(cell.current), evidence, cell.earlier.length);
  }
  return cell.state === 'silent' ? t.compare.footSilent(where) : t.compare.footGap(where);
}
