import { describe, expect, it } from 'vitest';
import { erasedFields, fieldChanges } from './fields';

describe('fieldChanges', () => {
  it('shows what differs, and nothing else', () => {
    expect(fieldChanges({ uuid: '1', name: 'a', note: null }, { uuid: '1', name: 'b', note: null })).toEqual([
      { field: 'name', before: 'a', after: 'b' },
    ]);
    expect(fieldChanges({ trashed: 0, position: 'a' }, { trashed: 1, position: 'b' })).toEqual([
      { field: 'trashed', before: 0, after: 1 },
      { field: 'position', before: 'a', after: 'b' },
    ]);
  });
  it('shows what a row that came or went says, without what every new row says', () => {
    expect(fieldChanges(null, { uuid: '1', name: 'a', note: null, trashed: 0, position: 'm' })).toEqual([
      { field: 'name', before: null, after: 'a' },
    ]);
    expect(fieldChanges({ name: 'a', example: 1 }, null)).toEqual([
      { field: 'name', before: 'a', after: null },
      { field: 'example', before: 1, after: null },
    ]);
  });
});

describe('erasedFields', () => {
  it('names the fields whose text is gone', () => {
    expect(erasedFields({ erased: 'name,why' })).toEqual(['name', 'why']);
    expect(erasedFields({ erased: null })).toEqual([]);
    expect(erasedFields(null)).toEqual([]);
  });
});
