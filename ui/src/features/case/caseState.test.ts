import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { CaseState } from './caseState.svelte';

describe('CaseState', () => {
  it('reads a case again after a change, and not when only another tab is shown', async () => {
    const host = new FakeHost();
    host.answer('workspace.show', { can_write: true, writer: null, editor: 'I. Marr', name: '/w' });
    host.answer('history.undo_state', { undo: null, redo: null });
    host.answer('case.show', { id: 'c', name: 'A case' });
    host.answer('cell.rate', { id: 'x' });
    const desk = fakeDesk(host);
    const state = new CaseState(desk);
    const reads = (): number => host.calls.filter((call) => call.name === 'case.show').length;

    await state.load('c');
    await state.load('c');
    expect(reads()).toBe(1);
    await desk.write('cell.rate', { case_id: 'c', value: 'neutral' } as never);
    expect(desk.structure).toBe(0);
    await state.load('c');
    expect(reads()).toBe(2);
    state.leave();
    await state.load('c');
    expect(reads()).toBe(3);
  });
});
