// The menu on a row, a column or a cell of the points grid: every act that can be done there, with its keys.
import { t } from '$lib/words';
import { copyLine } from '$lib/frame/copyLine';
import { type MenuItem } from '$shared/menu';
import { formatPlace } from '$lib/place';
import { FINDINGS, HEAD, POINT } from './gridCursor.svelte';
import { judgeable } from './gridKeys';
import { meant, type PointsWork } from './pointsWork.svelte';

interface Line {
  when?: boolean;
  id: string;
  label: string;
  keys?: string;
  group: string;
  disabled?: boolean;
  run: () => void;
}

const offered = (lines: readonly Line[]): MenuItem[] => lines.filter((line) => line.when !== false);

/** What the menu offers on the element that was meant. */
export function gridMenu(work: PointsWork, element: Element): MenuItem[] {
  const cell = element.closest<HTMLElement>('[data-cell]');
  const [row, column] = cell?.dataset['cell']?.split('|') ?? [];
  if (!row || !column) return [];
  work.cursor.to(row, column);
  if (row === HEAD) return withLink(work, headMenu(work, column), work.account(column)?.id);
  if (!work.row(row)) return [];
  if (column === POINT) return withLink(work, pointMenu(work, row), row);
  if (column === FINDINGS) return withLink(work, findingsMenu(work, row), row);
  const meantCell = work.row(row)?.cells.find((one) => one.account_id === column);
  const said = meantCell?.current?.statement?.id ?? meantCell?.current?.id ?? meantCell?.silences[0]?.id;
  return withLink(work, cellMenu(work, row, column), said ?? row);
}

/** A link to the record that is meant stands before the trash. */
function withLink(work: PointsWork, lines: MenuItem[], id: string | undefined): MenuItem[] {
  if (id === undefined) return lines;
  const line = copyLine(work.desk, { view: 'case', id: work.caseId, tab: 'compare', sub: null, at: id });
  const end = lines.findIndex((one) => one.group === 'trash');
  return end < 0 ? [...lines, line] : lines.toSpliced(end, 0, line);
}

function headMenu(work: PointsWork, column: string): MenuItem[] {
  const account = work.account(column);
  const { editable } = work.desk;
  const place = work.accounts.findIndex((one) => one.id === column);
  const write = editable && account !== undefined;
  return offered([
    {
      when: write,
      id: 'rename',
      label: t.compare.rename,
      keys: 'Enter',
      group: 'name',
      run: () => work.edit({ at: 'account', id: column }),
    },
    {
      when: write,
      id: 'open-account',
      label: t.compare.openAccount,
      group: 'name',
      run: () => work.show({ form: 'account', id: column }),
    },
    {
      when: write,
      id: 'inquiry',
      label: t.compare.noteInquiry,
      keys: 'I',
      group: 'name',
      run: () => work.show({ form: 'inquiry', point: null, account: column }),
    },
    {
      when: write,
      disabled: place <= 0,
      id: 'move-left',
      label: t.compare.moveLeft,
      keys: 'Alt ←',
      group: 'move',
      run: () => void work.moveAccountBy(column, -1),
    },
    {
      when: write,
      disabled: place === work.accounts.length - 1,
      id: 'move-right',
      label: t.compare.moveRight,
      keys: 'Alt →',
      group: 'move',
      run: () => void work.moveAccountBy(column, 1),
    },
    {
      when: editable,
      id: 'add-account',
      label: t.compare.addAccount,
      keys: 'N',
      group: 'add',
      run: () => (work.addingAccount = true),
    },
    {
      when: editable,
      id: 'add-finding',
      label: t.compare.addFinding,
      group: 'add',
      run: () => work.show({ form: 'finding', id: null }),
    },
    {
      id: 'heads',
      label: work.headsOpen ? t.compare.closeHeads : t.compare.openHeads,
      keys: t.compare.spaceKey,
      group: 'sight',
      run: () => (work.headsOpen = !work.headsOpen),
    },
    {
      when: write,
      id: 'trash',
      label: t.compare.trashAccount,
      group: 'trash',
      run: () => void work.trashAccount(column),
    },
  ]);
}

function pointMenu(work: PointsWork, id: string): MenuItem[] {
  const { editable } = work.desk;
  const place = work.rows.findIndex((one) => one.id === id);
  const ids = meant(work, id);
  return offered([
    {
      when: editable,
      id: 'rename',
      label: t.compare.rename,
      keys: 'Enter',
      group: 'name',
      run: () => work.edit({ at: 'point', id }),
    },
    {
      when: editable,
      id: 'open-point',
      label: t.compare.openPoint,
      group: 'name',
      run: () => work.show({ form: 'point', id }),
    },
    {
      when: editable && judgeable(work, id),
      id: 'judge',
      label: t.compare.judge,
      keys: 'C',
      group: 'name',
      run: () => work.show({ form: 'judge', point: id, letter: null }),
    },
    {
      when: editable,
      id: 'inquiry',
      label: t.compare.noteInquiry,
      keys: 'I',
      group: 'name',
      run: () => work.show({ form: 'inquiry', point: id, account: null }),
    },
    {
      when: work.canMove,
      disabled: place <= 0,
      id: 'move-up',
      label: t.compare.moveUp,
      keys: 'Alt ↑',
      group: 'move',
      run: () => void work.movePointBy(id, -1),
    },
    {
      when: work.canMove,
      disabled: place === work.rows.length - 1,
      id: 'move-down',
      label: t.compare.moveDown,
      keys: 'Alt ↓',
      group: 'move',
      run: () => void work.movePointBy(id, 1),
    },
    {
      when: editable,
      id: 'select',
      label: work.selected.has(id) ? t.compare.unselectRow : t.compare.selectRow,
      keys: t.compare.shiftSpaceKey,
      group: 'select',
      run: () => work.toggle(id),
    },
    {
      when: editable,
      id: 'trash',
      label: ids.length > 1 ? t.compare.trashPoints(ids.length) : t.compare.trashPoint,
      keys: t.compare.deleteKey,
      group: 'trash',
      run: () => void work.trashPoints(ids),
    },
  ]);
}

function cellMenu(work: PointsWork, point: string, account: string): MenuItem[] {
  const { editable } = work.desk;
  const cell = work.row(point)?.cells.find((one) => one.account_id === account);
  const current = cell?.current;
  const silence = cell?.silences[0];
  const earlier = cell?.earlier ?? [];
  const before = earlier.find((one) => one.statement !== null);
  return offered([
    {
      when: editable && !current,
      id: 'write',
      label: t.compare.addStatement,
      keys: 'Enter',
      group: 'write',
      run: () => work.write(point, account, null, false),
    },
    {
      when: editable && current !== null && current !== undefined,
      id: 'correct',
      label: t.compare.correctAnswer,
      keys: 'Enter',
      group: 'write',
      run: () => work.write(point, account, null, true),
    },
    {
      when: editable && current !== null && current !== undefined,
      id: 'another',
      label: t.compare.newAnswer,
      keys: 'N',
      group: 'write',
      run: () => work.write(point, account, null, false),
    },
    {
      when: editable && cell?.state === 'not_looked_at',
      id: 'silent',
      label: t.compare.markSilent,
      keys: 'S',
      group: 'write',
      run: () => work.edit({ at: 'silence', point, account }),
    },
    {
      when: editable && cell?.state === 'silent' && silence !== undefined,
      id: 'not-silent',
      label: t.compare.withdrawSilence,
      group: 'write',
      run: () => void (silence && work.withdrawSilence(silence.id)),
    },
    {
      when: editable,
      id: 'inquiry',
      label: t.compare.noteInquiry,
      keys: 'I',
      group: 'write',
      run: () => work.show({ form: 'inquiry', point, account }),
    },
    {
      when: editable && judgeable(work, point) && current !== null,
      id: 'judge',
      label: t.compare.judge,
      keys: 'C',
      group: 'judge',
      run: () => work.show({ form: 'judge', point, letter: work.account(account)?.letter ?? null }),
    },
    {
      when: editable && before !== undefined && (current?.statement ?? null) !== null,
      id: 'differs',
      label: t.compare.sayDiffers,
      group: 'judge',
      run: () => before && work.edit({ at: 'differs', point, account, earlier: before.id }),
    },
    {
      when: current !== null && current !== undefined,
      id: 'claim',
      label: t.compare.openClaim,
      group: 'sight',
      run: () => current && openClaim(work, current.claim_id),
    },
    {
      when: current !== null && current !== undefined,
      id: 'fold',
      label: work.unfolded.has(`${point}|${account}`) ? t.compare.fold : t.compare.unfold,
      keys: t.compare.spaceKey,
      group: 'sight',
      run: () => work.fold(`${point}|${account}`),
    },
    {
      when: editable && current !== null && current !== undefined,
      id: 'trash',
      label: t.compare.trashAnswer,
      group: 'trash',
      run: () => void (current && work.trashAnswer(current.id)),
    },
  ]);
}

function findingsMenu(work: PointsWork, point: string): MenuItem[] {
  const row = work.row(point);
  const { editable } = work.desk;
  const letter = (id: string): string => work.findings.find((one) => one.id === id)?.letter ?? '';
  return offered([
    ...(row?.finding_cells ?? []).map((cell) => ({
      when: editable,
      id: `finding-${letter(cell.finding_id)}`,
      label: cell.answer
        ? t.compare.correctFinding(letter(cell.finding_id))
        : t.compare.addFindingAnswer(letter(cell.finding_id)),
      group: 'write',
      run: () => work.write(point, null, cell.finding_id, cell.answer !== null),
    })),
    {
      when: editable && judgeable(work, point),
      id: 'judge',
      label: t.compare.judge,
      keys: 'C',
      group: 'judge',
      run: () => work.show({ form: 'judge', point, letter: null }),
    },
    {
      id: 'fold',
      label: work.unfolded.has(`${point}|findings`) ? t.compare.fold : t.compare.unfold,
      keys: t.compare.spaceKey,
      group: 'sight',
      run: () => work.fold(`${point}|findings`),
    },
  ]);
}

function openClaim(work: PointsWork, claim: string): void {
  location.hash = formatPlace({ view: 'case', id: work.caseId, tab: 'claims', sub: claim });
}
