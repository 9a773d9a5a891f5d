// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../test/fakeHost';
import { Problem } from './api/problem';
import { type Desk } from './desk.svelte';
import { Act, shownIn } from './resource.svelte';

const line = (id: string, name: string): object => ({ id, name });
const problem = (code: 'disk_full' | 'unreachable' | 'touched_since'): Problem =>
  new Problem({ code, message: 'no', hint: null, field: null, params: {} });

function open(): { host: FakeHost; desk: Desk } {
  const host = new FakeHost();
  host.answer('workspace.show', { can_write: true, writer: null, editor: 'I. Marr', name: '/w' });
  host.answer('history.undo_state', { undo: line('1', 'claim.add'), redo: line('2', 'point.add') });
  return { host, desk: fakeDesk(host) };
}

describe('What was not saved', () => {
  it('is named, and repeated as it was', async () => {
    const { host, desk } = open();
    host.refuse('case.add', problem('disk_full'));
    await expect(desk.write('case.add', { name: 'A' })).rejects.toBeInstanceOf(Problem);
    expect(desk.failed?.name).toBe('case.add');
    await desk.retry();
    expect(desk.saving, 'it says again that it failed').toBe('failed');
    host.answer('case.add', { id: '1' });
    await desk.retry();
    expect(host.last('case.add')).toEqual({ name: 'A' });
    expect([desk.failed, desk.saving]).toEqual([null, 'saved']);
  });

  it('stays said while other changes are saved', async () => {
    const { host, desk } = open();
    host.refuse('case.add', problem('disk_full'));
    host.answer('point.trash', {});
    await expect(desk.write('case.add', { name: 'A' })).rejects.toBeInstanceOf(Problem);
    await desk.write('point.trash', { id: 'p' });
    expect(desk.saving).toBe('failed');
    desk.forgetFailed();
    expect(desk.saving).toBe('saved');
  });

  it('is sent by its form where that still stands, and by nothing else', async () => {
    const { host, desk } = open();
    host.refuse('case.add', problem('disk_full'));
    const act = new Act();
    const form = document.createElement('form');
    let sent = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      sent += 1;
    });
    document.body.append(form);
    await act.run(() => desk.write('case.add', { name: 'A' }));
    if (act.problem) shownIn(act.problem, form);
    const before = host.writes.length;
    await desk.retry();
    expect([sent, host.writes.length - before]).toEqual([1, 0]);
    form.remove();
    host.answer('case.add', { id: '1' });
    await desk.retry();
    expect(host.writes.length - before, 'without the form, the command itself').toBe(1);
    expect(act.problem, 'its refusal stands no more').toBeUndefined();
  });

  it('is not written twice where it came through and only the answer was lost', async () => {
    const { host, desk } = open();
    await desk.refresh();
    host.refuse('case.add', problem('unreachable'));
    await expect(desk.write('case.add', { name: 'A' })).rejects.toBeInstanceOf(Problem);
    host.answer('history.undo_state', { undo: line('9', 'case.add'), redo: null });
    await desk.retry();
    expect(host.writes).toEqual(['case.add']);
    expect([desk.failed, desk.saving]).toEqual([null, 'saved']);
  });
});

describe('Undo and redo', () => {
  it('pressed rapidly are all done, in the order pressed, and told', async () => {
    const { host, desk } = open();
    host.answer('history.undo', {});
    host.answer('history.redo', {});
    await desk.refresh();
    const steps = [desk.undo(), desk.undo(), desk.redo(), desk.undo()];
    expect([desk.canUndo, desk.canRedo]).toEqual([true, true]);
    await Promise.all(steps);
    expect(host.writes).toEqual(['history.undo', 'history.undo', 'history.redo', 'history.undo']);
    expect(desk.status.said).toBe('Taken back: add claim.');
  });

  it('wait for a change that is on its way', async () => {
    const { host, desk } = open();
    host.answer('history.undo', {});
    let done: (value: object) => void = () => undefined;
    host.answer('claim.trash', new Promise((resolve) => (done = resolve)));
    await desk.refresh();
    const writing = desk.write('claim.trash', { id: 'c' });
    const undoing = desk.undo();
    await Promise.resolve();
    expect(host.writes).toEqual(['claim.trash']);
    done({});
    await Promise.all([writing, undoing]);
    expect(host.writes).toEqual(['claim.trash', 'history.undo']);
  });

  it('end at the first that is refused, and where nothing is left', async () => {
    const { host, desk } = open();
    host.refuse('history.undo', problem('touched_since'));
    await desk.refresh();
    await Promise.all([desk.undo(), desk.undo()]);
    expect(host.writes).toEqual(['history.undo']);
    expect(desk.stepProblem?.code).toBe('touched_since');
    host.answer('history.undo_state', { undo: null, redo: null });
    await desk.undo();
    expect(desk.stepProblem).toBeUndefined();
    expect(desk.status.said).toBe('Nothing to undo');
  });
});
