// Which lines of a long grid are drawn: those in sight, and the one with the keyboard wherever it is, with gaps between.

export type Slot = { kind: 'line'; key: number; index: number } | { kind: 'gap'; key: string; size: number };

/** Sums of sizes: where each line begins, and where the last one ends. */
export function offsets(sizes: readonly number[]): number[] {
  const out = [0];
  for (const size of sizes) out.push((out[out.length - 1] ?? 0) + size);
  return out;
}

/** The first line whose end lies after `at`. */
function lineAt(starts: readonly number[], at: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Lines from `from` to `to` pixels with `over` more on each side, and `pinned`, which is drawn even out of sight. */
export function slots(
  starts: readonly number[],
  from: number,
  to: number,
  pinned: number | null = null,
  over = 4,
): Slot[] {
  const count = starts.length - 1;
  if (count <= 0) return [];
  const low = Math.max(0, lineAt(starts, from) - over);
  const high = Math.min(count - 1, lineAt(starts, to) + over);
  const drawn: number[] = [];
  for (let index = low; index <= high; index++) drawn.push(index);
  if (pinned !== null && pinned >= 0 && pinned < count) {
    if (pinned < low) drawn.unshift(pinned);
    else if (pinned > high) drawn.push(pinned);
  }
  const out: Slot[] = [];
  let next = 0;
  let gaps = 0;
  const gap = (until: number): void => {
    const size = (starts[until] ?? 0) - (starts[next] ?? 0);
    if (size > 0) out.push({ kind: 'gap', key: `gap ${gaps++}`, size });
  };
  for (const index of drawn) {
    if (index > next) gap(index);
    out.push({ kind: 'line', key: index, index });
    next = index + 1;
  }
  if (next < count) gap(count);
  return out;
}

/** Everything, where a grid is small enough. */
export function every(count: number): Slot[] {
  return Array.from({ length: count }, (_, index) => ({ kind: 'line' as const, key: index, index }));
}
