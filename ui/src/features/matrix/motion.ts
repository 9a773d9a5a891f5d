// Bringing a cell into sight between the margins that stay, and rows that slide to their new place.

/** Focuses a cell and scrolls so that neither head nor margins cover it. */
export function reveal(cell: HTMLElement): void {
  cell.focus({ preventScroll: true });
  const scroller = cell.closest<HTMLElement>('[role=region]');
  const table = cell.closest('table');
  if (!scroller || !table) return;
  const box = cell.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const room = (css: string): DOMRect | undefined => table.querySelector(css)?.getBoundingClientRect();
  const rtl = getComputedStyle(scroller).direction === 'rtl';
  const head = room('tbody tr:not(.gap) > .head')?.width ?? 0;
  const margins = ['m1', 'm2', 'm3'].reduce((sum, one) => sum + (room(`thead .${one}`)?.width ?? 0), 0);
  const top = view.top + (room('thead')?.height ?? 0);
  const bottom = view.top + scroller.clientHeight - (room('tfoot')?.height ?? 0);
  const left = view.left + (rtl ? margins : head);
  const right = view.left + scroller.clientWidth - (rtl ? head : margins);
  if (box.top < top) scroller.scrollTop -= top - box.top;
  else if (box.bottom > bottom) scroller.scrollTop += box.bottom - bottom;
  if (box.left < left) scroller.scrollLeft -= left - box.left;
  else if (box.right > right) scroller.scrollLeft += box.right - right;
}

/** Where each line stands now. */
export function tops(table: HTMLElement): Map<string, number> {
  return new Map(
    [...table.querySelectorAll<HTMLElement>('tr[data-line]')].map((row) => [
      row.dataset['line'] ?? '',
      row.offsetTop,
    ]),
  );
}

/** Lets each line that moved slide from where it stood; not at all where motion is reduced. */
export function slide(table: HTMLElement, before: ReadonlyMap<string, number>): void {
  if (before.size === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const row of table.querySelectorAll<HTMLElement>('tr[data-line]')) {
    const was = before.get(row.dataset['line'] ?? '');
    if (was === undefined || was === row.offsetTop) continue;
    row.animate([{ transform: `translateY(${was - row.offsetTop}px)` }, { transform: 'none' }], {
      duration: 160,
      easing: 'cubic-bezier(0.2, 0, 0.2, 1)',
    });
  }
}
