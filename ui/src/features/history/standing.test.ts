import { describe, expect, it } from 'vitest';
import { standing } from './standing';
import { summed } from './summed';

const line = (
  id: string,
  name = 'claim.add',
  undone = false,
): { id: string; name: string; undone: boolean } => ({
  id,
  name,
  undone,
});

describe('standing', () => {
  it('counts what stands down to an operation, without undo and what was taken back', () => {
    const lines = [line('5'), line('4', 'undo'), line('3', 'claim.edit', true), line('2'), line('1')];
    expect(standing(lines, '5')).toBe(1);
    expect(standing(lines, '2')).toBe(2);
    expect(standing(lines, '1')).toBe(3);
    expect(standing(lines, '3'), 'it was taken back').toBe(0);
    expect(standing(lines, '4'), 'an undo is never taken back').toBe(0);
    expect(standing(lines, 'other')).toBe(0);
  });
});

describe('summed', () => {
  it('counts what came, went and changed by table', () => {
    expect(
      summed([
        { table: 'claim', before: null, after: {} },
        { table: 'claim', before: null, after: {} },
        { table: 'claim', before: {}, after: {} },
        { table: 'point', before: {}, after: null },
      ]),
    ).toEqual([
      { table: 'claim', what: 'added', n: 2 },
      { table: 'claim', what: 'changed', n: 1 },
      { table: 'point', what: 'removed', n: 1 },
    ]);
  });
});
