// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { type CommandName, type Requests, type Responses } from '$lib/api/bindings';
import { type How } from '$lib/api/host';
import { Problem } from '$lib/api/problem';
import Backups from './Backups.svelte';

afterEach(cleanup);

const stopped = new Problem({
  code: 'stopped',
  message: 'it was stopped, and nothing was changed',
  hint: null,
  field: null,
  params: {},
});

/** Long work: tells how far it is, and ends when it is stopped. */
class SlowHost extends FakeHost {
  override async call<K extends CommandName>(
    name: K,
    request: Requests[K],
    how?: How,
  ): Promise<Responses[K]> {
    if (name !== 'backup.add' && name !== 'backup.restore') return super.call(name, request);
    this.calls.push({ name, request });
    how?.progress?.({ stage: 'copies', done: 3, total: 40 });
    return new Promise((_, refuse) => how?.signal?.addEventListener('abort', () => refuse(stopped)));
  }
}

function open(): SlowHost {
  const host = new SlowHost();
  host.answer('backup.list', []);
  render(Backups, { desk: fakeDesk(host) });
  return host;
}

describe('backups', () => {
  it('tell how far a full one is, and keep the form when it is stopped', async () => {
    open();
    await fireEvent.click(screen.getByTestId('backup-full'));
    await fireEvent.input(screen.getByTestId('backup-folder'), { target: { value: '/elsewhere/full' } });
    await fireEvent.submit(screen.getByTestId('backup-full-save').closest('form') as HTMLFormElement);
    expect((await screen.findByTestId('backing-up')).textContent).toContain('Copying files: 3 of 40');
    await fireEvent.click(screen.getByTestId('backing-up-stop'));
    expect((await screen.findByTestId('backup-full-save-problem')).textContent).toContain(
      'nothing was changed',
    );
    expect(screen.queryByTestId('backing-up'), 'nothing runs any more').toBeNull();
    expect((screen.getByTestId('backup-folder') as HTMLInputElement).value).toBe('/elsewhere/full');
    expect(await faults(document.body)).toEqual([]);
  });

  it('stop a restore by Cancel first, and close its form only then', async () => {
    const host = open();
    await fireEvent.click(screen.getByTestId('backup-restore'));
    await fireEvent.input(screen.getByTestId('restore-from'), { target: { value: '/full' } });
    await fireEvent.input(screen.getByTestId('restore-to'), { target: { value: '/new' } });
    await fireEvent.submit(screen.getByTestId('restore-save').closest('form') as HTMLFormElement);
    await screen.findByTestId('restoring');
    expect(host.last('backup.restore')).toEqual({ from: '/full', to: '/new' });
    const dialog = screen.getByTestId('restore-dialog');
    await fireEvent(dialog, new Event('cancel', { cancelable: true }));
    await screen.findByTestId('restore-save-problem');
    expect(screen.getByTestId('restore-dialog'), 'what happened can be read').toBeTruthy();
    await fireEvent(dialog, new Event('cancel', { cancelable: true }));
    await vi.waitFor(() => expect(screen.queryByTestId('restore-dialog')).toBeNull());
  });
});
