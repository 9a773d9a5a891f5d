// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { grid } from '../../../test/sampleCase';
import { Problem } from '$lib/api/problem';
import SilenceForm from './SilenceForm.svelte';

afterEach(cleanup);

describe('a refused form', () => {
  it('keeps what was typed, says at the place what is wrong, and can be sent again', async () => {
    const host = new FakeHost();
    host.answer('workspace.show', { can_write: true });
    host.answer('history.undo_state', { undo: null, redo: null });
    host.refuse(
      'silence.add',
      new Problem({
        code: 'invalid',
        message: '“soon” is not a date',
        hint: 'Write 2017-04-12.',
        field: 'until',
        params: {},
      }),
    );
    const ondone = vi.fn();
    const [point, account] = [grid.rows[1], grid.accounts[0]];
    if (!point || !account) throw new Error('the sample case has a second point and an account');
    render(SilenceForm, { desk: fakeDesk(host), point, account, ondone });

    await fireEvent.input(screen.getByTestId('silence-looked'), { target: { value: 'The report' } });
    await fireEvent.input(screen.getByTestId('silence-until'), { target: { value: 'soon' } });
    await fireEvent.submit(screen.getByTestId('silence-save').closest('form') as HTMLFormElement);
    const until = await screen.findByDisplayValue('soon');
    expect((await screen.findByRole('alert')).textContent).toContain('Write 2017-04-12.');
    expect(until.getAttribute('aria-invalid')).toBe('true');
    expect((screen.getByTestId('silence-looked') as HTMLTextAreaElement).value).toBe('The report');
    expect(await faults(document.body)).toEqual([]);
    expect(ondone).not.toHaveBeenCalled();

    host.answer('silence.add', { id: 's' });
    await fireEvent.input(until, { target: { value: '2017-04-12' } });
    await fireEvent.submit(screen.getByTestId('silence-save').closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(ondone).toHaveBeenCalled());
    expect(host.last('silence.add')).toEqual({
      point_id: 'p2',
      account_id: 'a',
      looked: 'The report',
      until: '2017-04-12',
    });
  });
});
