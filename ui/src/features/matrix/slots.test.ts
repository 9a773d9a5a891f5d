import { describe, expect, it } from 'vitest';
import { every, offsets, type Slot, slots } from './slots';

const size = (all: Slot[], starts: number[]): number =>
  all.reduce(
    (sum, slot) =>
      sum + (slot.kind === 'gap' ? slot.size : (starts[slot.index + 1] ?? 0) - (starts[slot.index] ?? 0)),
    0,
  );
const drawn = (all: Slot[]): number[] => all.flatMap((slot) => (slot.kind === 'line' ? [slot.index] : []));

describe('slots', () => {
  const starts = offsets(Array.from({ length: 100 }, (_, index) => (index % 5 ? 60 : 30)));

  it('draws what is in sight, and always the line with the keyboard', () => {
    expect(drawn(slots(starts, 0, 200, null, 1))).toEqual([0, 1, 2, 3, 4]);
    expect(drawn(slots(starts, 2700, 2800, 2, 0))).toEqual([2, 50, 51, 52]);
    expect(drawn(slots(starts, 0, 60, 99, 0))).toEqual([0, 1, 99]);
  });

  it('is as long as the whole, wherever one looks', () => {
    const whole = starts[starts.length - 1];
    for (let from = 0; from < 6000; from += 173) {
      for (const pinned of [null, 0, 50, 99]) {
        expect(size(slots(starts, from, from + 500, pinned), starts)).toBe(whole);
      }
    }
  });

  it('has keys of its own for each gap', () => {
    const keys = slots(starts, 2700, 2800, 2, 0).map((slot) => slot.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('draws nothing of nothing, and all where asked', () => {
    expect(slots([0], 0, 100)).toEqual([]);
    expect(drawn(every(3))).toEqual([0, 1, 2]);
  });
});
