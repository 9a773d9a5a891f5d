import { describe, expect, it } from 'vitest';
import { type MatrixCell, type MatrixColumn, type MatrixRow } from '$lib/api/bindings';
import { shortName, shown } from './numbers';

const row = { label: 'B1' } as MatrixRow;
const column = { label: 'E7' } as MatrixColumn;

describe('the name of a cell', () => {
  it('says the row, the evidence and the stance', () => {
    const cell = {
      shown: { state: 'one_reader', value: 'strongly_contradicts', n_editors: 1 },
      stances: [],
    } as unknown as MatrixCell;
    expect(shortName(row, column, cell)).toBe('B1, E7: strongly contradicts');
  });
  it('says who differs', () => {
    const cell = {
      shown: { state: 'unsettled', value: null, n_editors: 2 },
      stances: [
        { editor: 'Marr', value: 'neutral' },
        { editor: 'Lind', value: 'supports' },
      ],
    } as unknown as MatrixCell;
    expect(shortName(row, column, cell)).toBe('B1, E7: unsettled: Marr: neutral, Lind: supports');
  });
});

describe('numbers', () => {
  it('are shown with two places', () => {
    expect(shown(4.7071)).toBe('4.71');
    expect(shown(0)).toBe('0.00');
  });
});
