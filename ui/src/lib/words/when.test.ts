import { describe, expect, it } from 'vitest';
import { when as words } from './en/when';
import { ago, exactly } from './when';

const now = new Date(2026, 10, 22, 14, 30).getTime();
const before = (ms: number): string => new Date(now - ms).toISOString();
const minute = 60_000;
const hour = 60 * minute;

describe('ago', () => {
  it('tells near times by distance, and older ones by day', () => {
    expect(ago(before(20_000), now, words)).toBe('just now');
    expect(ago(before(2 * minute), now, words)).toMatch(/^2 min\.? ago$/);
    expect(ago(before(3 * hour), now, words)).toBe('Today, 11:30');
    expect(ago(before(20 * hour), now, words)).toBe('Yesterday, 18:30');
    expect(ago(before(96 * hour), now, words)).toBe('18 Nov 2026');
  });
  it('makes no future of a clock that was set back, and shows what it cannot read', () => {
    expect(ago(before(-hour), now, words)).toBe('just now');
    expect(ago('some day', now, words)).toBe('some day');
  });
});

describe('exactly', () => {
  it('says a time once where the reader’s clock shows UTC', () => {
    const offset = new Date('2026-11-22T12:00:05Z').getTimezoneOffset();
    const text = exactly('2026-11-22T12:00:05Z', words);
    expect(text.split('12:00:05').length - 1).toBe(1);
    expect(text.includes('here')).toBe(offset !== 0);
  });
  it('names both zones', () => {
    const text = exactly('2026-11-22T12:00:05Z', words);
    expect(text).toContain('12:00:05');
    expect(text).toContain('UTC');
    expect(exactly('some day', words)).toBe('some day');
  });
});
