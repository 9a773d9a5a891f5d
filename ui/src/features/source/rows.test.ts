import { describe, expect, it } from 'vitest';
import { type SourceLine } from '$lib/api/bindings';
import { sampleRecords } from '../../../test/sampleRecords';
import { alike, filtered, gradesOf, sorted, sourceRows } from './rows';

const records = sampleRecords();
const line = (more: Partial<SourceLine>): SourceLine => ({
  id: 'actor',
  name: '',
  kind: 'person',
  reliability: null,
  reason: null,
  n_published: 0,
  n_written: 0,
  n_statements: 0,
  n_links: 0,
  n_accounts: 0,
  description: null,
  names: [],
  ...more,
});
const rows = sourceRows([
  line({
    id: 'actor-agency',
    name: 'Агентство',
    kind: 'outlet',
    reliability: 'C',
    n_published: 1,
    n_statements: 1,
    n_links: 2,
    n_accounts: 1,
    names: ['The Agency'],
  }),
  line({ id: 'actor-1', name: 'Ivan Petrov' }),
  line({ id: 'actor-2', name: 'Petrov, Ivan' }),
]);
const names = (found: typeof rows): string[] => found.map((row) => row.name);

describe('rows of sources', () => {
  it('count what a source published, said and holds, and show the grade in force', () => {
    expect(rows.find((row) => row.id === 'actor-agency')).toMatchObject({
      grade: 'C',
      items: 1,
      links: 2,
      statements: 1,
      accounts: 1,
    });
    expect(gradesOf(records, 'actor-agency').map((one) => one.grade)).toEqual(['C', 'B']);
  });
  it('are found by each of their spellings', () => {
    expect(names(filtered(rows, { words: 'agency', kind: '', grade: '' }))).toEqual(['Агентство']);
    expect(names(filtered(rows, { words: '', kind: '', grade: 'none' }))).toEqual([
      'Ivan Petrov',
      'Petrov, Ivan',
    ]);
  });
  it('stand in order of their grades, those without one last either way', () => {
    expect(names(sorted(rows, 'grade', false))[0]).toBe('Агентство');
    expect(names(sorted(rows, 'grade', true))[0]).toBe('Агентство');
  });
  it('look alike where a name differs only in case, marks or the order of its words', () => {
    expect(alike(rows, 'actor-1').map((row) => row.id)).toEqual(['actor-2']);
    expect(alike(rows, 'actor-agency')).toEqual([]);
  });
});
