import { describe, expect, it } from 'vitest';
import { clockOf, daysWithHours, instantOf, localTime } from './hours';

const at = (time_from: string | null, time_to: string | null, zone: string | null, uuid = 'x') =>
  ({ uuid, time_from, time_to, zone }) as Parameters<typeof daysWithHours>[0][number];

describe('a day by the hour', () => {
  it('tells local time and how far it is ahead of UTC', () => {
    expect(localTime('2017-04-04T03:30:00Z', 'Asia/Damascus')).toEqual({
      date: '2017-04-04',
      minutes: 390,
      ahead: 180,
    });
    expect(localTime('2017-04-04T23:30:00Z', 'Asia/Damascus')?.date).toBe('2017-04-05');
  });

  it('knows no zone that is not one, and no time that cannot be read', () => {
    expect(localTime('2017-04-04T03:30:00Z', 'Nowhere/At all')).toBeUndefined();
    expect(localTime('soon', 'Asia/Damascus')).toBeUndefined();
    expect(localTime('2017-04-04T03:30:00Z', null)?.ahead).toBe(0);
  });

  it('gathers entries by day and zone, each once; what has no time of day is in none', () => {
    const [day, ...rest] = daysWithHours([
      at('2017-04-04T08:30:00Z', '2017-04-04T09:30:00Z', 'Asia/Damascus', 'a'),
      at('2017-04-04T08:30:00Z', '2017-04-04T09:30:00Z', 'Asia/Damascus', 'a'),
      at('2017-04-04T03:30:00Z', null, 'Asia/Damascus', 'b'),
      at(null, null, null, 'c'),
    ]);
    expect(rest).toEqual([]);
    expect(day?.spans.map((span) => [span.entry.uuid, span.from, span.to])).toEqual([
      ['a', 690, 750],
      ['b', 390, 390],
    ]);
  });

  it('finds the instant of a clock time, also where the clock was changed that day', () => {
    expect(instantOf('2017-04-04', '6:30', 'Asia/Damascus')).toBe('2017-04-04T03:30:00Z');
    expect(instantOf('2017-04-04', '06:30', null)).toBe('2017-04-04T06:30:00Z');
    expect(instantOf('2017-03-26', '12:00', 'Europe/Berlin')).toBe('2017-03-26T10:00:00Z');
    expect(instantOf('2017-04', '06:30', null)).toBeUndefined();
    expect(instantOf('2017-04-04', 'early', null)).toBeUndefined();
    expect(instantOf('2017-04-04', '06:30', 'Nowhere/At all')).toBeUndefined();
  });

  it('writes the clock', () => {
    expect([clockOf(390), clockOf(-180), clockOf(1440)]).toEqual(['06:30', '21:00', '00:00']);
  });
});
