import { describe, expect, it } from 'vitest';
import { count, list, stamp } from './plain';

describe('wording', () => {
  it('counts', () => {
    expect(count(1, 'point', 'points')).toBe('1 point');
    expect(count(0, 'point', 'points')).toBe('0 points');
  });
  it('lists', () => {
    expect(list([])).toBe('');
    expect(list(['A'])).toBe('A');
    expect(list(['A', 'B', 'C'])).toBe('A, B and C');
  });
  it('shows what it cannot read as it is', () => {
    expect(stamp('some day')).toBe('some day');
    expect(stamp('2026-11-22T12:00:00Z')).toContain('2026');
  });
});
