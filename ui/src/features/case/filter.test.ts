import { describe, expect, it } from 'vitest';
import { countsOf, narrows, nobody, plainFilter, readSaved, requestOf, sortedBy } from './filter';

const use = { trash: false, archive: false };

describe('countsOf', () => {
  it('counts with every choice but the status, in any order', () => {
    const chosen = { ...plainFilter, status: 'open', assignee: nobody, tag: 'rail', sort: 'tag' } as const;
    expect(countsOf(chosen, { trash: false, archive: true })).toEqual({
      trashed: false,
      archived: true,
      assignee_id: null,
      unassigned: true,
      tag: 'rail',
    });
  });
});

describe('requestOf', () => {
  it('asks the door for what is chosen, and for nothing else', () => {
    expect(requestOf(plainFilter, use)).toEqual({
      trashed: false,
      archived: false,
      status: null,
      assignee_id: null,
      unassigned: false,
      tag: null,
      sort: 'changed',
      backward: true,
    });
    const chosen = { ...plainFilter, status: 'open', assignee: 'e1', tag: 'syria' } as const;
    expect(requestOf(chosen, use)).toMatchObject({ status: 'open', assignee_id: 'e1', tag: 'syria' });
    expect(requestOf({ ...plainFilter, assignee: nobody }, use)).toMatchObject({
      assignee_id: null,
      unassigned: true,
    });
    expect([narrows(plainFilter), narrows(chosen)]).toEqual([false, true]);
  });
});

describe('sortedBy', () => {
  it('shows the end that one looks for first, and the other on a second click', () => {
    expect(sortedBy(plainFilter, 'name')).toMatchObject({ sort: 'name', backward: false });
    expect(sortedBy(sortedBy(plainFilter, 'name'), 'name')).toMatchObject({ backward: true });
    expect(sortedBy(plainFilter, 'open_points')).toMatchObject({ backward: true });
  });
});

describe('readSaved', () => {
  it('reads what was kept, and passes over what it cannot read', () => {
    const kept = { name: 'Mine', filter: { ...plainFilter, tag: 'syria' } };
    expect(
      readSaved([kept, { name: 'x' }, 7, { name: 'y', filter: { ...plainFilter, sort: 'colour' } }]),
    ).toEqual([kept]);
    expect(readSaved(null)).toEqual([]);
    expect(readSaved('torn')).toEqual([]);
  });
});
