// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from '../../../test/axe';
import { matrix } from '../../../test/sampleCase';
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
  };
  render(MatrixTable, {
    matrix,
    transposed: false,
    editable: true,
    leftOut: [],
    without: null,
    ...told,
    ...more,
  });
  return told;
}

const cell = (label: string): HTMLElement => screen.getByTestId(`matrix-${label}`);

describe('MatrixTable', () => {
  it('names each cell with its row, evidence and stance', () => {
    draw();
    expect(cell('B2-E1').getAttribute('aria-label')).toBe('B2, E1: strongly contradicts');
    expect(cell('C2-E2').getAttribute('aria-label')).toBe('C2, E2: unrated');
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
    expect(told['onrate']?.mock.lastCall?.[3]).toBe('supports');
    await fireEvent.keyDown(cell('B2-E1'), { key: 'Delete' });
    expect(told['onrate']?.mock.lastCall?.[3]).toBeNull();
    cleanup();
    const still = draw({ editable: false });
    await fireEvent.keyDown(cell('B2-E1'), { key: '4' });
    expect(still['onrate']).not.toHaveBeenCalled();
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
