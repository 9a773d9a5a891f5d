// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { grid } from '../../../test/sampleCase';
import { type CaseView } from '$lib/api/bindings';
import PointsTable from './PointsTable.svelte';
import { PointsWork } from './pointsWork.svelte';

afterEach(cleanup);

const shown = {
  id: 'case',
  case: {
    case: { date: '2017-04-04', place: 'Khan Shaykhun' },
    names: [],
    inquiries: [],
    items: [],
    statements: [],
    acts: [],
    account_claims: [],
    claims: [],
    holders: [],
    actors: [],
    findings: [],
  },
} as unknown as CaseView;

async function draw(editable = true): Promise<{ work: PointsWork; host: FakeHost }> {
  const host = new FakeHost();
  host.answer('workspace.show', { can_write: editable, editor: 'Marr', writer: null });
  host.answer('history.undo_state', { undo: null, redo: null });
  host.answer('actor.list', []);
  host.answer('item.list', []);
  const desk = fakeDesk(host);
  await desk.refresh();
  const work = new PointsWork(desk, shown);
  await work.grid.load(() => Promise.resolve(grid));
  render(PointsTable, { work });
  return { work, host };
}

/** Presses a key where the focus is. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  await tick();
  await tick();
}

const cell = (testid: string): HTMLElement => screen.getByTestId(testid);

describe('PointsTable', () => {
  it('draws each kind of nothing in words', async () => {
    await draw();
    expect(screen.getAllByText('What does this account say?')).toHaveLength(2);
    expect(
      within(cell('point-3')).getByText('Silent. Looked at: the report of 12 April, up to 12 Apr'),
    ).toBeTruthy();
    expect(screen.getAllByText('No finding on this point')).toHaveLength(2);
  });

  it('puts quotation marks around a quotation, with speaker and date', async () => {
    await draw();
    expect(screen.getByText('“11:30 to 12:30.”')).toBeTruthy();
    expect(screen.getAllByText('Igor Konashenkov')).toHaveLength(2);
    expect(screen.getAllByText('5 Apr').length).toBeGreaterThan(0);
  });

  it('is one tab stop, and arrow keys move over heads and cells', async () => {
    const { work } = await draw();
    await work.focus();
    expect(document.querySelectorAll('table > * > tr > [data-cell][tabindex="0"]')).toHaveLength(1);
    await press('ArrowRight');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(cell('cell-2-A'));
    await press('End', { ctrlKey: true });
    expect(document.activeElement, 'the last row adds a point').toBe(cell('point-question'));
  });

  it('opens an editor in the cell by Enter, and Escape goes back to the cell', async () => {
    const { work } = await draw();
    await work.goTo('p2', 'a');
    await press('Enter');
    expect(document.activeElement).toBe(cell('answer-value'));
    await press('Escape');
    expect(screen.queryByTestId('cell-editor')).toBeNull();
    expect(document.activeElement).toBe(cell('cell-2-A'));
  });

  it('writes a claim, its answer and its statement as one operation, and keeps the focus', async () => {
    const { work, host } = await draw();
    host.answer('cell.fill', { id: 'answer' });
    await work.goTo('p2', 'a');
    await press('Enter');
    await fireEvent.input(cell('answer-value'), { target: { value: '06:30' } });
    await fireEvent.input(cell('statement-words'), { target: { value: '“At half past six.”' } });
    await fireEvent.input(cell('statement-speaker'), { target: { value: 'James Mattis' } });
    await fireEvent.submit(cell('cell-editor'));
    await vi.waitFor(() => expect(document.activeElement).toBe(cell('cell-2-A')));
    expect(host.writes).toEqual(['cell.fill']);
    expect(host.last('cell.fill')).toMatchObject({
      point_id: 'p2',
      account_id: 'a',
      value: '06:30',
      text: 'When was it released? 06:30',
      statement: { speaker: 'James Mattis', wording: 'quotation' },
    });
  });

  it('marks a cell as silent by S, with where one looked', async () => {
    const { work, host } = await draw();
    host.answer('silence.add', { id: 's' });
    await work.goTo('p2', 'a');
    await press('s');
    await fireEvent.input(cell('silence-looked'), { target: { value: 'the report' } });
    await fireEvent.input(cell('silence-until'), { target: { value: '2017-04-12' } });
    await fireEvent.submit(cell('silence-save').closest('form') as HTMLFormElement);
    expect(host.last('silence.add')).toMatchObject({ point_id: 'p2', account_id: 'a' });
  });

  it('renames a question in its place', async () => {
    const { work, host } = await draw();
    host.answer('point.edit', { id: 'p1' });
    await work.goTo('p1', 'point');
    await press('F2');
    await fireEvent.input(cell('point-rename'), { target: { value: 'Whose aircraft?' } });
    await press('Enter');
    expect(host.last('point.edit')).toEqual({ id: 'p1', set: { question: 'Whose aircraft?' } });
  });

  it('moves points and accounts by Alt and the arrow keys', async () => {
    const { work, host } = await draw();
    host.answer('point.move', { id: 'p2' });
    host.answer('account.order', { id: 'b' });
    await work.goTo('p2', 'point');
    await press('ArrowUp', { altKey: true });
    expect(host.last('point.move')).toEqual({ id: 'p2', after_id: null });
    await press('ArrowDown', { altKey: true });
    expect(host.last('point.move')).toEqual({ id: 'p2', after_id: 'p3' });
    await work.goTo('head', 'b');
    await press('ArrowLeft', { altKey: true });
    expect(host.last('account.order')).toEqual({ case_id: 'case', account_ids: ['b', 'a'] });
  });

  it('offers no act where nothing may be written', async () => {
    const { work } = await draw(false);
    await work.goTo('p2', 'a');
    await press('Enter');
    await press('s');
    expect(screen.queryByTestId('cell-editor')).toBeNull();
    expect(screen.queryByTestId('silence-save')).toBeNull();
    expect(screen.queryByTestId('point-question')).toBeNull();
    expect(screen.queryByTestId('cell-2-A-claim')).toBeNull();
  });

  it('has no fault that axe sees', async () => {
    await draw();
    expect(await faults(document.body)).toEqual([]);
  });
});
