import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { everything, HistoryState } from './historyState.svelte';

interface Line {
  id: string;
}
const lines = (from: number, n: number): Line[] =>
  Array.from({ length: n }, (_, index) => ({ id: String(from + index) }));

function made(): { host: FakeHost; state: HistoryState } {
  const host = new FakeHost();
  host.answer('history.kinds', [{ id: 'claim', name: 'claim', n_operations: 7 }]);
  return { host, state: new HistoryState(fakeDesk(host)) };
}

describe('HistoryState', () => {
  it('fetches the next page after the last operation, until a short page', async () => {
    const { host, state } = made();
    host.answer('history.list', lines(0, 200));
    await state.load({ ...everything, caseId: 'case' });
    expect(state.complete).toBe(false);
    host.answer('history.list', lines(200, 3));
    await state.more();
    expect(host.last('history.list')).toMatchObject({ case_id: 'case', before: '199' });
    expect(state.lines).toHaveLength(203);
    expect(state.complete).toBe(true);
    const asked = host.names.length;
    await state.more();
    expect(host.names, 'nothing is left to ask for').toHaveLength(asked);
  });

  it('asks for what was chosen, on every page, and for the kinds there are beside it', async () => {
    const { host, state } = made();
    host.answer('history.list', lines(0, 200));
    await state.load({ caseId: 'case', recordId: null, editorId: 'lind', kind: 'stance' });
    expect(host.last('history.list')).toMatchObject({ case_id: 'case', editor_id: 'lind', kind: 'stance' });
    expect(host.last('history.kinds'), 'of any kind').toEqual({
      case_id: 'case',
      record_id: null,
      editor_id: 'lind',
    });
    expect(state.kinds.value?.[0]?.n_operations).toBe(7);
    expect(state.narrowed).toBe(true);
    await state.more();
    expect(host.last('history.list')).toMatchObject({ editor_id: 'lind', kind: 'stance', before: '199' });
  });

  it('reads as many again after a change, so that the list does not jump; another choice begins anew', async () => {
    const { host, state } = made();
    host.answer('history.list', lines(0, 200));
    await state.load(everything);
    await state.more();
    host.answer('history.list', lines(0, 400));
    await state.load({ ...everything });
    expect(host.last('history.list')).toMatchObject({ limit: 400 });
    await state.load({ ...everything, kind: 'claim' });
    expect(host.last('history.list')).toMatchObject({ limit: 200 });
  });
});
