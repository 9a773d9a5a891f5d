import { describe, expect, it } from 'vitest';
import { type Matrix } from '$lib/api/bindings';
import { matrix } from '../../../test/sampleCase';
import { asTable } from './copy';
import { evidence, groups, lines, sorted, turns } from './grid';
import { bundles } from './leaveOut';

const [b2, c2] = matrix.rows;
const [e1, e2] = matrix.columns;
if (!b2 || !c2 || !e1 || !e2) throw new Error('the sample has two rows and two columns');
const other: Matrix = {
  ...matrix,
  name: 'Where?',
  point_id: 'p3',
  columns: [
    { ...e2, label: 'E10', item_id: 'item-E10', date: '2016', reliability: 'A', source: 'Court' },
    e1,
  ],
};
const both = groups([matrix, other], new Map(), []);
const labels = (all: { column: { label: string } }[]): string[] => all.map((one) => one.column.label);

describe('the grid of the matrix', () => {
  it('shows each piece of evidence once, as it entered the case, and what was chosen last', () => {
    const fresh = { ...e1, label: 'x', item_id: 'item-x' };
    expect(labels(evidence(both, [fresh, e1]))).toEqual(['E1', 'E2', 'E10', 'x']);
  });

  it('sorts evidence by date, reliability and diagnosticity; what is not known stands last', () => {
    const all = evidence(both, []);
    expect(labels(sorted(all, both, 'date'))).toEqual(['E10', 'E1', 'E2']);
    expect(labels(sorted(all, both, 'reliability'))).toEqual(['E10', 'E1', 'E2']);
    expect(labels(sorted(all, both, 'diagnosticity'))).toEqual(['E1', 'E2', 'E10']);
  });

  it('draws claims by account or by rank, and by the rank without what is left out', () => {
    const rows = (all: ReturnType<typeof groups>): (string | undefined)[] =>
      lines(all, 'rank').map((line) => (line.kind === 'row' ? line.row.label : undefined));
    expect(rows(groups([matrix], new Map(), []))).toEqual([undefined, 'C2', 'B2']);
    const without: Matrix = {
      ...matrix,
      rows: [
        { ...b2, rank: 1 },
        { ...c2, rank: 2 },
      ],
    };
    const turned = groups([matrix], new Map([['p2', without]]), []);
    expect(rows(turned)).toEqual([undefined, 'B2', 'C2']);
    expect(turns(turned)[0]?.changed).toEqual([
      { label: 'B2', rank: 1, was: 2 },
      { label: 'C2', rank: 2, was: 1 },
    ]);
  });

  it('bundles evidence by source', () => {
    expect(bundles(evidence(both, []), (one) => one.column.source)).toEqual([
      { name: 'Defence ministry', labels: ['E1', 'E2'] },
      { name: 'Court', labels: ['E10'] },
    ]);
  });

  it('copies as a table whose cells no spreadsheet takes for formulas', () => {
    const odd: Matrix = { ...matrix, rows: [{ ...b2, name: '=1+1\tx' }] };
    const own = groups([odd], new Map(), []);
    const table = asTable(lines(own, 'account'), evidence(own, [])).split('\n');
    expect(table).toHaveLength(3);
    expect(table[2]?.split('\t').slice(0, 5)).toEqual([
      'B2',
      "'=1+1 x",
      'Defence ministry, 2017-04-05',
      'strongly contradicts',
      'unrated',
    ]);
  });
});
