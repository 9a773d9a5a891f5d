import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { plainFilter } from './filter';
import { SavedFilters } from './savedFilters.svelte';

const mine = { name: 'Mine', filter: { ...plainFilter, tag: 'a' } };
const other = { name: 'Other', filter: { ...plainFilter, tag: 'b' } };
const kept = (value: unknown): unknown => [{ id: 'case_filters', name: '', kept: '', value }];

describe('SavedFilters', () => {
  it('keeps, renames and removes by name; a name stands once', async () => {
    const host = new FakeHost();
    const saved = new SavedFilters(fakeDesk(host));
    host.answer('preference.list', kept([mine, other]));
    await saved.load();
    host.answer('preference.set', kept([mine, other]));
    await saved.rename('Other', 'Mine');
    expect(host.last('preference.set')).toMatchObject({ value: [{ name: 'Mine', filter: other.filter }] });
    await saved.remove('Mine');
    expect(host.last('preference.set')).toMatchObject({ value: [other] });
    await saved.keep({ ...mine, filter: plainFilter });
    expect(host.last('preference.set')).toMatchObject({
      value: [other, { name: 'Mine', filter: plainFilter }],
    });
    expect(host.writes, 'nothing of it is in the history').toEqual([]);
  });
});
