// Which rows of a long list of equal rows must be drawn for the part in sight.

export interface Slice {
  /** First row to draw. */
  first: number;
  /** One past the last row to draw. */
  end: number;
  /** Height above the first drawn row, in pixels. */
  before: number;
  /** Height below the last drawn row, in pixels. */
  after: number;
}

/** `over` rows more are drawn above and below, so that a short scroll shows no gap. */
export function slice(count: number, rowHeight: number, scrollTop: number, height: number, over = 8): Slice {
  if (count <= 0 || rowHeight <= 0) return { first: 0, end: 0, before: 0, after: 0 };
  const last = Math.max(0, count - 1);
  const first = Math.min(last, Math.max(0, Math.floor(scrollTop / rowHeight) - over));
  const end = Math.min(count, Math.ceil((scrollTop + Math.max(0, height)) / rowHeight) + over);
  const stop = Math.max(end, first);
  return { first, end: stop, before: first * rowHeight, after: (count - stop) * rowHeight };
}
