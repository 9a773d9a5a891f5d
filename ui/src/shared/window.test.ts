import { describe, expect, it } from 'vitest';
import { slice } from './window';

describe('slice', () => {
  it('draws only what is in sight and a little more', () => {
    const part = slice(10_000, 40, 4000, 400, 5);
    expect(part).toEqual({ first: 95, end: 115, before: 3800, after: (10_000 - 115) * 40 });
  });
  it('keeps the whole height', () => {
    const part = slice(123, 30, 900, 300);
    expect(part.before + (part.end - part.first) * 30 + part.after).toBe(123 * 30);
  });
  it('stands still at both ends', () => {
    expect(slice(3, 40, 0, 400)).toEqual({ first: 0, end: 3, before: 0, after: 0 });
    expect(slice(0, 40, 0, 400).end).toBe(0);
    expect(slice(10, 40, 99_999, 400).end).toBe(10);
  });
});
