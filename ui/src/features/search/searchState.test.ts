import { describe, expect, it } from 'vitest';
import { type Hit } from '$lib/api/bindings';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { byKind } from './groups';
import { SearchState } from './searchState.svelte';

const hit = (key: number, table: string): Hit => ({
  key,
  table,
  id: `${key}`,
  name: `${table} ${key}`,
  case_id: null,
  case_name: null,
  snippet: '',
  trashed: false,
});

describe('SearchState', () => {
  it('asks one question at a time, with the newest words last', async () => {
    const host = new FakeHost();
    host.answer('search', [hit(3, 'item'), hit(2, 'claim')]);
    const state = new SearchState(fakeDesk(host));
    state.words = 's';
    const first = state.look();
    state.words = 'sa';
    void state.look();
    state.words = 'sar';
    void state.look();
    await first;
    expect(host.calls.map((call) => (call.request as { words: string }).words)).toEqual(['s', 'sar']);
    expect(state.found.value?.words).toBe('sar');
  });

  it('groups by kind and moves over the hits in the order in sight', async () => {
    const host = new FakeHost();
    host.answer('search', [hit(4, 'actor'), hit(3, 'item'), hit(2, 'claim'), hit(1, 'reply')]);
    const state = new SearchState(fakeDesk(host));
    state.words = 'x';
    await state.look();
    expect(state.groups.map((group) => group.table)).toEqual(['claim', 'item', 'actor', 'reply']);
    expect(state.current?.table).toBe('claim');
    state.move(-1);
    expect(state.current?.table).toBe('reply');
    state.move(1);
    expect(state.current?.table).toBe('claim');
  });

  it('keeps nothing of no words', async () => {
    const state = new SearchState(fakeDesk(new FakeHost()));
    state.words = '  ';
    await state.look();
    expect(state.found.value).toBeUndefined();
    expect(byKind([])).toEqual([]);
  });
});
