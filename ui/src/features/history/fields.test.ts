import { describe, expect, it } from 'vitest';
import { fieldChanges } from './fields';

describe('fieldChanges', () => {
  it('shows what differs, and nothing else', () => {
    expect(fieldChanges({ uuid: '1', name: 'a', note: null }, { uuid: '1', name: 'b', note: null })).toEqual([
      { field: 'name', before: 'a', after: 'b' },
    ]);
  });
  it('shows all fields with a value of a row that came or went', () => {
    expect(fieldChanges(null, { uuid: '1', name: 'a', note: null, trashed: 0 })).toEqual([
      { field: 'name', before: null, after: 'a' },
      { field: 'trashed', before: null, after: '0' },
    ]);
    expect(fieldChanges({ name: 'a' }, null)).toEqual([{ field: 'name', before: 'a', after: null }]);
  });
});
