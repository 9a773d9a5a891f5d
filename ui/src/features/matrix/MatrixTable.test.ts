// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { matrix } from '../../../test/sampleCase';
import { evidence, groups, lines } from './grid';
import MatrixTable from './MatrixTable.svelte';

afterEach(cleanup);

function draw(more: Record<string, unknown> = {}): Record<string, ReturnType<typeof vi.fn>> {
  const told = {
    onrate: vi.fn(),
    onopen: vi.fn(),
    onexplain: vi.fn(),
    oncount: vi.fn(),
    oncolumn: vi.fn(),
    onstatus: vi.fn(),
    onfollow: vi.fn(),
    onescape: vi.fn(),
  };
  const all = groups([matrix], new Map(), []);
  render(MatrixTable, {
    name: matrix.name,
    lines: lines(all, 'account'),
    evidence: evidence(all, []),
    corner: 'Claims',
    transposed: false,
    editable: true,
    leftOut: [],
    advance: 'stay' as const,
    painted: () => undefined,
    writing: () => false,
    ...told,
    ...more,
  });
  return told;
}

const cell = (label: string): HTMLElement => screen.getByTestId(`matrix-${label}`);

describe('MatrixTable', () => {
  it('names each cell with its row, evidence and stance', () => {
    draw();
    expect(cell('B2-E1').getAttribute('aria-label')).toBe(
      'B2 Between 11:30 and 12:30, E1 Ministry statement: strongly contradicts',
    );
    expect(cell('C2-E2').getAttribute('aria-label')).toBe(
      'C2 Between 06:30 and 07:00, E2 Ministry statement: unrated',
    );
  });

  it('has one cell in the order of Tab, and arrows move it', async () => {
    draw();
    const tabbable = (): string[] =>
      screen
        .getAllByTestId(/^matrix-[BC]2-E/)
        .filter((one) => one.tabIndex === 0)
        .map((one) => one.dataset['testid'] ?? '');
    expect(tabbable()).toEqual(['matrix-B2-E1']);
    cell('B2-E1').focus();
    await fireEvent.keyDown(cell('B2-E1'), { key: 'ArrowRight' });
    await fireEvent.keyDown(cell('B2-E2'), { key: 'ArrowDown' });
    expect(tabbable()).toEqual(['matrix-C2-E2']);
    expect(document.activeElement).toBe(cell('C2-E2'));
  });

  it('rates with digits, withdraws with Delete, and does neither where nothing may be written', async () => {
    const told = draw();
    await fireEvent.keyDown(cell('B2-E1'), { key: '4' });
    expect(told['onrate']?.mock.lastCall?.[1]).toBe('supports');
    await fireEvent.keyDown(cell('B2-E1'), { key: 'Delete' });
    expect(told['onrate']?.mock.lastCall?.[1]).toBeNull();
    cleanup();
    const still = draw({ editable: false });
    await fireEvent.keyDown(cell('B2-E1'), { key: '4' });
    expect(still['onrate']).not.toHaveBeenCalled();
  });

  it('moves on after a rating where the person chose so, and opens the cell with Enter', async () => {
    const told = draw({ advance: 'next' });
    cell('B2-E1').focus();
    await fireEvent.keyDown(cell('B2-E1'), { key: '2' });
    await tick();
    expect(document.activeElement).toBe(cell('B2-E2'));
    await fireEvent.keyDown(cell('B2-E2'), { key: 'Enter' });
    expect(told['onopen']?.mock.lastCall?.[1]).toBe('key');
  });

  it('paints what was acknowledged before the matrix is read again', () => {
    draw({ painted: () => 'supports' });
    expect(cell('C2-E2').dataset['mark']).toBe('supports');
  });

  it('opens a number to its explanation', async () => {
    const told = draw();
    await fireEvent.click(screen.getByTestId('score-B2'));
    expect(told['onexplain']?.mock.lastCall?.[0]).toBe('B2 scores 4.00');
    await fireEvent.click(screen.getByTestId('diagnosticity-E2'));
    expect(told['onexplain']?.mock.lastCall?.[0]).toBe('Diagnosticity of E2: not defined');
  });

  it('has no fault that axe sees, in either direction', async () => {
    draw();
    expect(await faults(document.body)).toEqual([]);
    cleanup();
    draw({ transposed: true });
    expect(await faults(document.body)).toEqual([]);
  });
});
