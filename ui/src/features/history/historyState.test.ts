import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { HistoryState } from './historyState.svelte';

const lines = (from: number, n: number): { id: string }[] =>
  Array.from({ length: n }, (_, index) => ({ id: String(from + index) }));

describe('HistoryState', () => {
  it('fetches the next page after the last operation, until a short page', async () => {
    const host = new FakeHost();
    const state = new HistoryState(fakeDesk(host));
    host.answer('history.list', lines(0, 200));
    await state.load('case');
    expect(state.complete).toBe(false);
    host.answer('history.list', lines(200, 3));
    await state.more();
    expect(host.last('history.list')).toMatchObject({ case_id: 'case', before: '199' });
    expect(state.lines).toHaveLength(203);
    expect(state.complete).toBe(true);
    await state.more();
    expect(host.names).toHaveLength(2);
  });
});
