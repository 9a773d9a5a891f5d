// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { grid } from '../../../test/sampleCase';
import PointsTable from './PointsTable.svelte';

afterEach(cleanup);

function draw(editable = true): Record<string, ReturnType<typeof vi.fn>> {
  const told = {
    onclaim: vi.fn(),
    onsilence: vi.fn(),
    onwithdraw: vi.fn(),
    onjudge: vi.fn(),
    onedit: vi.fn(),
    onaccount: vi.fn(),
    onfinding: vi.fn(),
    onfindingclaim: vi.fn(),
  };
  render(PointsTable, { grid, rows: grid.rows, editable, claimHref: (id: string) => `#${id}`, ...told });
  return told;
}

describe('PointsTable', () => {
  it('draws each kind of nothing in words', () => {
    draw();
    const [, , third] = screen.getAllByTestId(/^point-\d$/);
    expect(screen.getAllByText('What does this account say?')).toHaveLength(2);
    expect(
      within(third as HTMLElement).getByText('Silent. Looked at: the report of 12 April, up to 2017-04-12'),
    ).toBeTruthy();
    expect(screen.getAllByText('No finding on this point')).toHaveLength(2);
  });

  it('puts quotation marks around a quotation, with speaker and date', () => {
    draw();
    expect(screen.getByText('“11:30 to 12:30.”')).toBeTruthy();
    expect(screen.getAllByText('Igor Konashenkov')).toHaveLength(2);
  });

  it('says in a name of its own what each act is about', async () => {
    const told = draw();
    await fireEvent.click(screen.getByRole('button', { name: 'Record silence: point 2, account A' }));
    expect(told['onsilence']?.mock.lastCall?.[1]).toMatchObject({ letter: 'A' });
  });

  it('offers no act where nothing may be written', () => {
    draw(false);
    expect(screen.queryAllByRole('button')).toHaveLength(0);
  });

  it('has no fault that axe sees', async () => {
    draw();
    expect(await faults(document.body)).toEqual([]);
  });
});
