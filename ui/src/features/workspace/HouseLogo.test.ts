// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { faults } from '../../../test/axe';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { Problem } from '$lib/api/problem';
import HouseLogo from './HouseLogo.svelte';

afterEach(cleanup);

function open(picture: unknown): FakeHost {
  const host = new FakeHost();
  host.answer('workspace.show', { can_write: true, writer: null, editor: 'I. Marr', name: '/w' });
  host.answer('history.undo_state', { undo: null, redo: null });
  if (picture instanceof Problem) host.refuse('house.picture', picture);
  else host.answer('house.picture', picture);
  render(HouseLogo, { desk: fakeDesk(host) });
  return host;
}

const logo = {
  id: 'ab12',
  name: 'image/png',
  size: 2400,
  width: 300,
  height: 80,
  data_url: 'data:image/png;base64,iVBORw0KGgo=',
};

describe('the logo of the house', () => {
  it('is shown, with what it is, and can be taken away', async () => {
    const host = open(logo);
    const image = await screen.findByTestId('house-logo-picture');
    expect(image.getAttribute('src')).toBe(logo.data_url);
    expect(screen.getByTestId('house-logo').textContent).toContain('300 × 80 pixels, 2.4 kB');
    expect(await faults(document.body)).toEqual([]);
    host.answer('house.logo', {});
    await fireEvent.click(screen.getByTestId('house-logo-remove'));
    expect(host.last('house.logo')).toEqual({ path: null });
  });

  it('says so where the page cannot draw it', async () => {
    open(logo);
    await fireEvent.error(await screen.findByTestId('house-logo-picture'));
    expect(screen.getByTestId('house-logo-broken').textContent).toContain('cannot be drawn');
    expect(screen.queryByTestId('house-logo-picture')).toBeNull();
  });

  it('can be taken away or chosen anew where its file is lost', async () => {
    open(
      new Problem({
        code: 'file_missing',
        message: 'no preserved file',
        hint: null,
        field: null,
        params: {},
      }),
    );
    await screen.findByTestId('house-logo-problem');
    expect(screen.getByTestId('house-logo-remove')).toBeTruthy();
    expect(screen.queryByText('No logo. Reports show the name alone.')).toBeNull();
  });
});
