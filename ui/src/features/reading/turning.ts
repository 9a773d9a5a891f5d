// A picture that is turned: where a point of the window lies on it, in percent of the picture as it came.
import { type Box } from './marks';

export type Turn = 0 | 90 | 180 | 270;

export const nextTurn = (turn: Turn): Turn => ((turn + 90) % 360) as Turn;

const hold = (n: number): number => Math.max(0, Math.min(100, n));

/** The point of the picture that lies at a part of its frame, both in percent. */
export function onPicture(x: number, y: number, turn: Turn): { x: number; y: number } {
  const [a, b] = { 0: [x, y], 90: [y, 100 - x], 180: [100 - x, 100 - y], 270: [100 - y, x] }[turn];
  return { x: hold(a ?? 0), y: hold(b ?? 0) };
}

/** The box between two points. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) };
}

/** A box moved, or made larger by its end, within the picture. */
export function shifted(box: Box, dx: number, dy: number, size: boolean): Box {
  if (size) {
    const w = Math.max(0.5, Math.min(100 - box.x, box.w + dx));
    const h = Math.max(0.5, Math.min(100 - box.y, box.h + dy));
    return { ...box, w, h };
  }
  const x = Math.max(0, Math.min(100 - box.w, box.x + dx));
  const y = Math.max(0, Math.min(100 - box.h, box.y + dy));
  return { ...box, x, y };
}

/** Where an arrow of the keyboard points on a picture that is turned. */
export function arrow(key: string, step: number, turn: Turn): { dx: number; dy: number } | undefined {
  const plain: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const found = plain[key];
  if (!found) return undefined;
  const [x, y] = found;
  const [dx, dy] = { 0: [x, y], 90: [y, -x], 180: [-x, -y], 270: [-y, x] }[turn];
  return { dx: dx ?? 0, dy: dy ?? 0 };
}
