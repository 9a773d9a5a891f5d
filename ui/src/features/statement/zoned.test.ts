import { describe, expect, it } from 'vitest';
import { instantOf, onClock } from './zoned';

describe('times of day', () => {
  it('are read on the clock of their zone', () => {
    expect(instantOf('2017-04-05T11:30', 'Asia/Damascus'), 'summer time').toBe('2017-04-05T08:30:00Z');
    expect(instantOf('2017-01-05 11:30', 'Asia/Damascus'), 'winter time').toBe('2017-01-05T09:30:00Z');
    expect(instantOf('2017-03-31T00:30', 'Asia/Damascus'), 'the night of the change').toBe(
      '2017-03-30T22:30:00Z',
    );
  });
  it('or by an offset of their own', () => {
    expect(instantOf('2017-04-05T11:30+03:00', '')).toBe('2017-04-05T08:30:00Z');
    expect(instantOf('2017-04-05T08:30Z', '')).toBe('2017-04-05T08:30:00Z');
  });
  it('stay unread where the zone is unknown, and say so', () => {
    expect(instantOf('2017-04-05T11:30', '')).toBeUndefined();
    expect(instantOf('half past eleven', 'Asia/Damascus')).toBeUndefined();
    expect(instantOf('2017-04-05T11:30', 'Nowhere/Land')).toBeUndefined();
    expect(instantOf('', 'Asia/Damascus')).toBeNull();
  });
  it('come back on the same clock', () => {
    expect(onClock('2017-04-05T08:30:00Z', 'Asia/Damascus')).toBe('2017-04-05T11:30');
    expect(onClock('2017-04-05T08:30:00Z', null)).toBe('2017-04-05T08:30:00Z');
    expect(onClock(null, 'Asia/Damascus')).toBe('');
  });
});
