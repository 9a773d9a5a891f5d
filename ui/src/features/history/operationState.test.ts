import { describe, expect, it } from 'vitest';
import { type ChangeLine } from '$lib/api/bindings';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { OperationState } from './operationState.svelte';

const changes = (from: number, n: number): ChangeLine[] =>
  Array.from({ length: n }, (_, index) => ({ seq: from + index }) as unknown as ChangeLine);
const view = (from: number, n: number, all: number): unknown => ({
  id: 'op',
  operation: { n_changes: all },
  changes: changes(from, n),
});

describe('OperationState', () => {
  it('fetches the changes of a large operation as they are asked for, and again as many after a change', async () => {
    const host = new FakeHost();
    const state = new OperationState(fakeDesk(host));
    host.answer('history.show', view(1, 40, 300));
    await state.load('op');
    expect(state.left).toBe(260);
    host.answer('history.show', view(41, 200, 300));
    await state.more();
    expect(host.last('history.show')).toMatchObject({ id: 'op', after: 40 });
    expect([state.changes.length, state.left]).toEqual([240, 60]);
    host.answer('history.show', view(1, 240, 300));
    await state.load('op');
    expect(host.last('history.show')).toMatchObject({ limit: 240 });
    await state.load('other');
    expect(host.last('history.show')).toMatchObject({ limit: 40 });
  });
});
