import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../../test/sampleRecords';
import { alike, filtered, gradesOf, sorted, sourceRows } from './rows';

const records = sampleRecords();
const rows = sourceRows(records);
const names = (found: typeof rows): string[] => found.map((row) => row.actor.name);

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
