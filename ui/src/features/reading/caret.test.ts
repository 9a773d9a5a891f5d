import { describe, expect, it } from 'vitest';
import { extended, moved, unitAt } from './caret';
import { onPicture, shifted } from './turning';

const text = 'Nothing had been moved. It said no more.';
const of = (span: { start: number; end: number } | undefined): string =>
  text.slice(span?.start, span?.end ?? 0);
const none = { start: 0, end: 0 };
const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ...more }) as KeyboardEvent;

describe('selecting by keys', () => {
  it('goes word by word, and grows with Shift', () => {
    const first = unitAt(text, 0, 'word') ?? none;
    expect(of(first)).toBe('Nothing');
    const next = moved(text, first, press('ArrowRight'), false) ?? none;
    expect(of(next)).toBe('had');
    expect(of(moved(text, next, press('ArrowRight', { shiftKey: true }), false))).toBe('had been');
    expect(of(moved(text, next, press('ArrowLeft', { shiftKey: true }), true))).toBe('had been');
    expect(of(moved(text, first, press('ArrowDown', { shiftKey: true }), false))).toBe(text);
  });
  it('never shrinks to nothing', () => {
    const first = unitAt(text, 0, 'word') ?? none;
    expect(extended(text, first, -1, 'word')).toEqual(first);
  });
});

describe('a turned picture', () => {
  it('tells the same point from every side', () => {
    expect(onPicture(10, 20, 0)).toEqual({ x: 10, y: 20 });
    expect(onPicture(80, 10, 90)).toEqual({ x: 10, y: 20 });
    expect(onPicture(90, 80, 180)).toEqual({ x: 10, y: 20 });
    expect(onPicture(20, 90, 270)).toEqual({ x: 10, y: 20 });
  });
  it('keeps a region within it', () => {
    expect(shifted({ x: 90, y: 0, w: 10, h: 10 }, 5, -5, false)).toEqual({ x: 90, y: 0, w: 10, h: 10 });
    expect(shifted({ x: 90, y: 0, w: 10, h: 10 }, 5, -20, true)).toEqual({ x: 90, y: 0, w: 10, h: 0.5 });
  });
});
