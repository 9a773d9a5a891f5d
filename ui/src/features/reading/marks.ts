// What is drawn over a page: excerpts and the places that were found. Told by number and line, not by colour alone.

/** A part of a drawn page, in pixels of the sheet that it lies on. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Mark {
  /** The excerpt; empty for a place that was found. */
  id: string;
  /** The number that it has in the list beside the page; 0 for a place that was found. */
  n: number;
  colour: string | null;
  /** What its tag says to who cannot see it. */
  words: string;
  current: boolean;
  /** The words there are not quite those of the excerpt. */
  near: boolean;
  boxes: readonly Box[];
}

/** The parts of a range, one for each line, seen from a corner of the sheet. */
export function boxesOf(range: Range, corner: { x: number; y: number }): Box[] {
  const lines: Box[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.width < 0.5 || rect.height < 0.5) continue;
    const box = { x: rect.left - corner.x, y: rect.top - corner.y, w: rect.width, h: rect.height };
    const last = lines.at(-1);
    const middle = box.y + box.h / 2;
    const same = last !== undefined && middle > last.y && middle < last.y + last.h;
    if (last && same && box.x <= last.x + last.w + 12 && box.x + box.w >= last.x - 12) {
      const right = Math.max(last.x + last.w, box.x + box.w);
      const bottom = Math.max(last.y + last.h, box.y + box.h);
      last.x = Math.min(last.x, box.x);
      last.y = Math.min(last.y, box.y);
      last.w = right - last.x;
      last.h = bottom - last.y;
    } else lines.push(box);
  }
  return lines;
}

/** A region as it is written down: a W3C media fragment in percent of the picture. */
export function regionOf(box: Box): string {
  const round = (n: number): string => String(Math.round(n * 100) / 100);
  return `xywh=percent:${[box.x, box.y, box.w, box.h].map(round).join(',')}`;
}

/** The region in percent; undefined where it is none. */
export function boxOfRegion(region: string | null): Box | undefined {
  const found = /^xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$/.exec(region ?? '');
  if (!found) return undefined;
  const [x = 0, y = 0, w = 0, h = 0] = found.slice(1).map(Number);
  return [x, y, w, h].every(Number.isFinite) && w > 0 && h > 0 ? { x, y, w, h } : undefined;
}
