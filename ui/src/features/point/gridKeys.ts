// What a key does in the points grid, on the cell that has the keyboard.
import { ADD, FINDINGS, HEAD, POINT } from './gridCursor.svelte';
import { meant, type PointsWork } from './pointsWork.svelte';

/** True when the key was for the grid. */
export function gridKey(work: PointsWork, event: KeyboardEvent): boolean {
  const { cursor } = work;
  const whole = event.ctrlKey || event.metaKey;
  if (event.altKey) return !whole && moveKey(work, event.key);
  if (event.shiftKey && event.key.startsWith('Arrow')) return selectKey(work, event.key);
  if (cursor.press(event.key, whole)) {
    void work.focus();
    return true;
  }
  if (whole) return false;
  const { row, account } = work.here;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      return enterKey(work);
    case ' ':
      if (event.shiftKey) {
        if (row) work.toggle(row.id);
        return true;
      }
      return spaceKey(work);
    case 'Escape':
      if (work.selected.size === 0) return false;
      work.selected.clear();
      return true;
    case 'Delete':
      if (!work.desk.editable || !row || cursor.column !== POINT) return false;
      void work.trashPoints(meant(work, row.id));
      return true;
  }
  if (!work.desk.editable || event.shiftKey) return false;
  switch (event.key.toLowerCase()) {
    case 'n':
      return newKey(work);
    case 's':
      if (!row || !account || !silenceable(work)) return false;
      work.edit({ at: 'silence', point: row.id, account: account.id });
      return true;
    case 'i':
      work.show({ form: 'inquiry', point: row?.id ?? null, account: account?.id ?? null });
      return true;
    case 'c':
      if (!row || !judgeable(work, row.id)) return false;
      work.show({ form: 'judge', point: row.id, letter: account?.letter ?? null });
      return true;
  }
  return false;
}

/** Silence can be recorded where no answer is. */
export function silenceable(work: PointsWork): boolean {
  const { row, account } = work.here;
  return row?.cells.find((cell) => cell.account_id === account?.id)?.state === 'not_looked_at';
}

export function judgeable(work: PointsWork, id: string): boolean {
  const row = work.row(id);
  return (
    row !== undefined && (row.pairs.length > 0 || row.finding_cells.some((cell) => cell.pairs.length > 0))
  );
}

function moveKey(work: PointsWork, key: string): boolean {
  const { row, account } = work.here;
  const by = key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 1;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    if (row) void work.movePointBy(row.id, by);
    return row !== undefined;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  if (account && work.cursor.row === HEAD) void work.moveAccountBy(account.id, by);
  return account !== undefined && work.cursor.row === HEAD;
}

function selectKey(work: PointsWork, key: string): boolean {
  const { row } = work.here;
  if (!row || (key !== 'ArrowUp' && key !== 'ArrowDown')) return false;
  work.selected.add(row.id);
  work.cursor.press(key, false);
  const next = work.here.row;
  if (next) work.selected.add(next.id);
  void work.focus();
  return true;
}

function enterKey(work: PointsWork): boolean {
  const { cursor } = work;
  const { row, account } = work.here;
  if (cursor.row === HEAD && cursor.column === POINT) {
    work.headsOpen = !work.headsOpen;
    return true;
  }
  if (!work.desk.editable) return false;
  if (cursor.row === HEAD && account) work.edit({ at: 'account', id: account.id });
  else if (row && cursor.column === POINT) work.edit({ at: 'point', id: row.id });
  else if (row && account) {
    const answered = row.cells.find((cell) => cell.account_id === account.id)?.current;
    work.write(row.id, account.id, null, answered !== null && answered !== undefined);
  } else if (row && cursor.column === FINDINGS) {
    const filled = row.finding_cells.find((cell) => cell.answer);
    const finding = filled?.finding_id ?? work.findings[0]?.id;
    if (finding) work.write(row.id, null, finding, filled !== undefined);
  } else if (cursor.row === ADD) void work.goTo(ADD, POINT);
  else return false;
  return true;
}

/** A new thing of the kind that stands here: a point, an account, another answer. */
function newKey(work: PointsWork): boolean {
  const { cursor } = work;
  const { row, account } = work.here;
  if (cursor.row === HEAD) work.addingAccount = true;
  else if (row && account) work.write(row.id, account.id, null, false);
  else if (row && cursor.column === FINDINGS) {
    const open = row.finding_cells.find((cell) => !cell.answer);
    if (!open) return false;
    work.write(row.id, null, open.finding_id, false);
  } else void work.goTo(ADD, POINT);
  return true;
}

function spaceKey(work: PointsWork): boolean {
  const { cursor } = work;
  const { row } = work.here;
  if (cursor.row === HEAD) work.headsOpen = !work.headsOpen;
  else if (row) work.fold(`${row.id}|${cursor.column}`);
  else return false;
  return true;
}
