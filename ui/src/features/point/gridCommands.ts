// What the points grid offers to the palette and to the list of keys.
import { type Command } from '$lib/commands.svelte';
import { t } from '$lib/words';
import { ADD, POINT } from './gridCursor.svelte';
import { judgeable } from './gridKeys';
import { type PointsWork } from './pointsWork.svelte';

export function addPoint(work: PointsWork): void {
  work.only = null;
  void work.goTo(ADD, POINT);
}

/** The next cell, row by row after the present one, that nobody has looked at. */
export function nextGap(work: PointsWork): boolean {
  const cells = work.rows.flatMap((row) =>
    row.cells.map((cell) => ({ row: row.id, column: cell.account_id, gap: cell.state === 'not_looked_at' })),
  );
  const { row, column } = work.cursor;
  const at = cells.findIndex((cell) => cell.row === row && cell.column === column);
  const found = [...cells.slice(at + 1), ...cells.slice(0, at + 1)].find((cell) => cell.gap);
  if (found) void work.goTo(found.row, found.column);
  return found !== undefined;
}

export function gridCommands(work: PointsWork): Command[] {
  const group = t.frame.commandGroups.here;
  const enabled = (): boolean => work.desk.editable;
  return [
    { id: 'points.add', words: t.compare.addPoint, group, enabled, run: () => addPoint(work) },
    {
      id: 'points.account',
      words: t.compare.addAccount,
      group,
      enabled,
      run: () => (work.addingAccount = true),
    },
    {
      id: 'points.finding',
      words: t.compare.addFinding,
      group,
      enabled,
      run: () => work.show({ form: 'finding', id: null }),
    },
    {
      id: 'points.inquiry',
      words: t.compare.noteInquiry,
      group,
      enabled,
      run: () => {
        const { row, account } = work.here;
        work.show({ form: 'inquiry', point: row?.id ?? null, account: account?.id ?? null });
      },
    },
    {
      id: 'points.judge',
      words: t.compare.judge,
      group,
      enabled: () => enabled() && work.here.row !== undefined && judgeable(work, work.here.row.id),
      run: () => {
        const { row, account } = work.here;
        if (row) work.show({ form: 'judge', point: row.id, letter: account?.letter ?? null });
      },
    },
    { id: 'points.gap', words: t.compare.nextGap, group, run: () => nextGap(work) },
    {
      id: 'points.common',
      words: t.compare.commonFirst,
      group,
      run: () => (work.commonFirst = !work.commonFirst),
    },
    {
      id: 'points.heads',
      words: work.headsOpen ? t.compare.closeHeads : t.compare.openHeads,
      group,
      run: () => (work.headsOpen = !work.headsOpen),
    },
    {
      id: 'points.effort',
      words: t.compare.effortSee,
      group,
      run: () => work.show({ form: 'effort' }),
    },
    { id: 'points.print', words: t.compare.printGrid, group, run: () => window.print() },
  ];
}
