import { describe, expect, it } from 'vitest';
import { type Lane, type TimelineEntry } from '$lib/api/bindings';
import { axis, dateOf, dayOf, ticks } from './axis';
import { extent, inSight, layout, neighbour, sizes } from './layout';

let n = 0;
function entry(earliest: string | null, latest: string | null = earliest, more = {}): TimelineEntry {
  return {
    kind: 'statement',
    uuid: `e${n++}`,
    who: 'A speaker',
    words: 'Some words of medium length.',
    date: earliest,
    date_words: null,
    date_of_item: false,
    earliest,
    latest,
    time_from: null,
    time_to: null,
    zone: null,
    time_words: null,
    place: null,
    item_id: null,
    claim_ids: [],
    differs_from_id: null,
    differs_reason: null,
    ...more,
  };
}
const lane = (...entries: TimelineEntry[]): Lane => ({
  kind: 'account',
  account_id: 'a',
  letter: 'A',
  name: 'Russia',
  entries,
  undated: [],
});
const day = (date: string): number => dayOf(date) ?? NaN;
const at = (dates: string[], scale: 'wide' | 'narrow', fill = 1000): ReturnType<typeof axis> => {
  const days = dates.map(day);
  return axis(days, Math.min(...days), Math.max(...days), scale, fill);
};

describe('the axis', () => {
  it('counts days, and only plain ones', () => {
    expect(dateOf(day('2017-04-04'))).toBe('2017-04-04');
    expect(day('2017-04-05') - day('2017-04-04')).toBe(1);
    expect(dayOf('2017-04')).toBeUndefined();
    expect(dayOf(null)).toBeUndefined();
  });

  it('draws all days alike when narrow', () => {
    const line = at(['2017-04-01', '2017-04-10'], 'narrow');
    expect(line.width).toBe(1000);
    expect(line.x(day('2017-04-06'))).toBeCloseTo(500);
  });

  it('gives room to days on which something begins, and draws the time between together', () => {
    const many = Array.from({ length: 12 }, () => '2017-04-12');
    const line = at(['2017-04-04', ...many, '2017-12-31'], 'wide', 500);
    const wide = line.x(day('2017-04-13')) - line.x(day('2017-04-12'));
    const gap = line.x(day('2017-12-31')) - line.x(day('2017-04-13'));
    expect(wide).toBeGreaterThan(130);
    expect(gap).toBeLessThan(wide);
    expect(line.width).toBeCloseTo(500);
  });

  it('scrolls rather than press a long story together, and no longer than eight times', () => {
    const days = Array.from({ length: 60 }, (_, index) => dateOf(day('2017-01-01') + index * 3));
    const line = at([...days, ...days, ...days], 'wide', 600);
    expect(line.width).toBeGreaterThan(600);
    const years = Array.from({ length: 600 }, (_, index) => dateOf(day('2010-01-01') + index * 5));
    expect(at(years, 'wide', 600).width).toBeLessThan(4801);
  });

  it('never runs backwards, and finds the day at each place', () => {
    for (const scale of ['wide', 'narrow'] as const) {
      const line = at(['2013-08-21', '2017-04-04', '2017-04-12'], scale);
      let last = -1;
      for (let one = line.first; one <= line.last; one += 7) {
        expect(line.x(one)).toBeGreaterThan(last);
        last = line.x(one);
        expect(line.day(line.x(one))).toBe(one);
      }
    }
  });

  it('sets ticks that do not run into one another, and says each month once', () => {
    const busy = ['2017-04-04', '2017-04-11', '2017-04-12', '2017-10-26'].map(day);
    const line = at(['2017-04-04', '2017-04-11', '2017-04-12', '2017-10-26', '2018-02-01'], 'wide');
    const all = ticks(line, busy);
    expect(all.filter((tick) => tick.busy).map((tick) => tick.day)).toEqual(busy);
    for (const [index, tick] of all.entries()) {
      expect(tick.x - (all[index - 1]?.x ?? -100)).toBeGreaterThanOrEqual(24);
    }
    expect(all.filter((tick) => tick.named && dateOf(tick.day).startsWith('2017-04'))).toHaveLength(1);
    expect(all.some((tick) => tick.of === 'year')).toBe(true);
  });
});

describe('the layout', () => {
  it('puts what would collide into rows of its own', () => {
    const lanes = [lane(entry('2017-04-04'), entry('2017-04-04'), entry('2017-04-12'))];
    const found = extent(lanes);
    if (!found) throw new Error('there are entries');
    const line = axis(found.starts, found.first, found.last, 'wide', 900);
    const { placed, height } = layout(lanes, line);
    expect(placed.map((one) => one.row)).toEqual([0, 1, 0]);
    expect(height).toBe(2 * sizes.row + 2 * sizes.pad);
    for (const one of placed) expect(one.label + one.room).toBeLessThanOrEqual(line.width + 1);
  });

  it('draws uncertain dates as spans, and open ends to the end of the line', () => {
    const lanes = [lane(entry('2017-04-04'), entry('2017-10-01', '2017-12-31'), entry('2017-04-06', null))];
    const line = at(['2017-04-04', '2017-10-01', '2017-12-31'], 'wide');
    const [point, span, open] = layout(lanes, line).placed;
    expect(point?.span).toBe(false);
    expect(span?.span && span.to > span.x + 10).toBe(true);
    expect([open?.openEnd, open?.to]).toEqual([true, line.width]);
  });

  it('puts a version below the one that it differs from, even where the order recorded is another', () => {
    const first = entry('2017-04-12');
    const later = entry('2017-04-12', '2017-04-12', { differs_from_id: first.uuid });
    const line = at(['2017-04-04', '2017-04-12'], 'wide');
    for (const order of [
      [later, first],
      [first, later],
    ]) {
      const { steps } = layout([lane(...order)], line);
      expect(steps).toHaveLength(1);
      expect(steps[0]?.to.row).toBeGreaterThan(steps[0]?.from.row ?? 9);
    }
  });

  it('does not run in circles where two differ from one another', () => {
    const one = entry('2017-04-12');
    const other = entry('2017-04-12', '2017-04-12', { differs_from_id: one.uuid });
    one.differs_from_id = other.uuid;
    expect(layout([lane(one, other)], at(['2017-04-04', '2017-04-12'], 'wide')).placed).toHaveLength(2);
  });

  it('moves by time within a lane, and to the nearest entry of another', () => {
    const lanes = [lane(entry('2017-04-04'), entry('2017-04-12')), lane(entry('2017-04-11'))];
    const line = at(['2017-04-04', '2017-04-11', '2017-04-12'], 'wide');
    const { placed } = layout(lanes, line);
    const [a, b, c] = placed;
    if (!a || !b || !c) throw new Error('there are three');
    expect(neighbour(placed, a, 'ArrowRight')).toBe(b);
    expect(neighbour(placed, b, 'ArrowRight')).toBeUndefined();
    expect(neighbour(placed, b, 'ArrowDown')).toBe(c);
    expect(neighbour(placed, c, 'ArrowUp')).toBe(b);
    expect(neighbour(placed, b, 'Home')).toBe(a);
  });

  it('lays out a thousand entries in a moment, and draws only those in sight', () => {
    const many = Array.from({ length: 1000 }, (_, index) => entry(dateOf(day('2017-01-01') + (index % 90))));
    const lanes = [lane(...many)];
    const found = extent(lanes);
    if (!found) throw new Error('there are entries');
    const began = performance.now();
    const { placed } = layout(lanes, axis(found.starts, found.first, found.last, 'wide', 1000));
    expect(performance.now() - began).toBeLessThan(500);
    expect(placed).toHaveLength(1000);
    const some = inSight(placed, { left: 0, right: 900, top: 0, bottom: 260 }, placed[999]?.key ?? null);
    expect(some.length).toBeLessThan(1000);
    expect(some).toContain(placed[999]);
  });
  it('gives shortened words the room that nothing else in their row has taken', () => {
    const words = 'Long words that go on and on. '.repeat(8);
    const free = layout([lane(entry('2017-04-04', '2017-04-04', { words }))], at(['2017-04-04'], 'narrow'));
    expect(free.placed[0]?.room).toBe(sizes.longest);
    const days = ['2017-04-04', '2017-04-20'];
    const two = layout([lane(...days.map((on) => entry(on, on, { words })))], at(days, 'narrow'));
    const [one, next] = two.placed;
    expect(one?.row).toBe(next?.row);
    expect((one?.label ?? 0) + (one?.room ?? 0)).toBeLessThan(next?.x ?? 0);
    expect(one?.room).toBeGreaterThan(sizes.most);
  });
});
