import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { everything, HistoryState } from './historyState.svelte';

interface Line {
  id: string;
  name: string;
  editor: string;
}
const lines = (from: number, n: number, name = 'claim.add', editor = 'Marr'): Line[] =>
  Array.from({ length: n }, (_, index) => ({ id: String(from + index), name, editor }));

describe('HistoryState', () => {
  it('fetches the next page after the last operation, until a short page', async () => {
    const host = new FakeHost();
    const state = new HistoryState(fakeDesk(host));
    host.answer('history.list', lines(0, 200));
    await state.load({ ...everything, caseId: 'case' });
    expect(state.complete).toBe(false);
    host.answer('history.list', lines(200, 3));
    await state.more();
    expect(host.last('history.list')).toMatchObject({ case_id: 'case', before: '199' });
    expect(state.lines).toHaveLength(203);
    expect(state.complete).toBe(true);
    await state.more();
    expect(host.names).toHaveLength(2);
  });

  it('looks on where the choice leaves little in sight, and says which kinds there are', async () => {
    const host = new FakeHost();
    const state = new HistoryState(fakeDesk(host));
    host.answer('history.list', lines(0, 200));
    await state.load(everything);
    host.answer('history.list', lines(200, 150, 'stance.set', 'Lind'));
    await state.narrow({ ...everything, editor: 'Lind', kind: 'stance' });
    expect(state.shown).toHaveLength(150);
    expect(state.kinds).toEqual(['claim', 'stance']);
    await state.narrow({ ...everything, editor: 'Lind', kind: 'claim' });
    expect(state.shown, 'both must fit').toHaveLength(0);
    expect(host.names, 'nothing is read once all is here').toHaveLength(2);
  });

  it('reads as many again after a change, so that the list does not jump', async () => {
    const host = new FakeHost();
    const state = new HistoryState(fakeDesk(host));
    host.answer('history.list', lines(0, 200));
    await state.load(everything);
    await state.more();
    host.answer('history.list', lines(0, 400));
    await state.load(everything);
    expect(host.last('history.list')).toMatchObject({ limit: 400 });
  });
});
