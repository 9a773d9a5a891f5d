import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../test/fakeHost';
import { Problem } from './api/problem';
import { type Desk } from './desk.svelte';

const line = (name: string): object => ({ id: 'x', name });

function open(more: object = {}): { host: FakeHost; desk: Desk } {
  const host = new FakeHost();
  host.answer('workspace.show', { can_write: true, writer: null, editor: 'I. Marr', name: '/w', ...more });
  host.answer('history.undo_state', { undo: line('claim.add'), redo: null });
  return { host, desk: fakeDesk(host) };
}

const problem = (code: 'invalid' | 'disk_full'): Problem =>
  new Problem({ code, message: 'no', hint: null, field: null, params: {} });

describe('Desk', () => {
  it('lets every screen read again after a write, and says that it is saved', async () => {
    const { host, desk } = open();
    host.answer('case.add', { id: '1' });
    const before = desk.revision;
    const writing = desk.write('case.add', { name: 'A' });
    expect(desk.saving).toBe('saving');
    await writing;
    expect(desk.revision).toBe(before + 1);
    expect(desk.saving).toBe('saved');
    expect(desk.savedAt).toMatch(/^\d\d:\d\d$/);
  });

  it('tells a refusal, which a person can answer, from a change that was lost', async () => {
    const { host, desk } = open();
    host.refuse('case.add', problem('invalid'));
    await expect(desk.write('case.add', { name: '' })).rejects.toBeInstanceOf(Problem);
    expect(desk.saving).toBe('saved');
    host.refuse('case.add', problem('disk_full'));
    await expect(desk.write('case.add', { name: 'A' })).rejects.toBeInstanceOf(Problem);
    expect(desk.saving).toBe('failed');
  });

  it('takes what was asked for ahead once, and only while it is the same question and nothing was written', async () => {
    const { host, desk } = open();
    host.answer('case.record', { uuid: '1' });
    host.answer('case.add', { id: '2' });
    const asked = (): number => host.calls.filter((call) => call.name === 'case.record').length;
    desk.ahead('case.record', { id: '1' });
    await desk.read('case.record', { id: '1' });
    expect(asked(), 'the answer was on its way').toBe(1);
    await desk.read('case.record', { id: '1' });
    expect(asked(), 'it is given once').toBe(2);
    desk.ahead('case.record', { id: '1' });
    await desk.read('case.record', { id: '2' });
    expect(asked(), 'another question is asked').toBe(4);
    desk.ahead('case.record', { id: '1' });
    await desk.write('case.add', { name: 'A' });
    await desk.read('case.record', { id: '1' });
    expect(asked(), 'what was asked before a change is old').toBe(6);
  });

  it('names what undo would take back, and does nothing in the past', async () => {
    const { host, desk } = open();
    host.answer('history.undo', { id: 'x' });
    await desk.refresh();
    expect(desk.undoName).toBe('add claim');
    expect(desk.redoName).toBeNull();
    desk.setAsOf('operation');
    expect(desk.editable).toBe(false);
    await desk.undo();
    expect(host.writes).toEqual([]);
    desk.setAsOf(null);
    await desk.undo();
    expect(host.writes).toEqual(['history.undo']);
  });

  it('says why an undo was refused', async () => {
    const { host, desk } = open();
    host.refuse(
      'history.undo',
      new Problem({
        code: 'touched_since',
        message: 'no',
        hint: 'undo these first',
        field: null,
        params: {},
      }),
    );
    await desk.undo();
    expect(desk.stepProblem?.code).toBe('touched_since');
  });

  it('knows who writes where it may only read, and asks for a name where it may write', async () => {
    const reader = open({ can_write: false, writer: { user: 'lind', machine: 'desk-2' }, editor: null });
    await reader.desk.refresh();
    expect(reader.desk.readOnly).toBe('lind writes here, on desk-2');
    expect([reader.desk.editable, reader.desk.needsEditor]).toEqual([false, false]);
    const fresh = open({ editor: null });
    await fresh.desk.refresh();
    expect(fresh.desk.needsEditor).toBe(true);
  });
});
