import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Part, RowWindow, WHOLE } from './rowWindow.svelte';

const ids = (n: number): string[] => Array.from({ length: n }, (_, index) => `row ${index}`);
const rows = (parts: readonly Part[]): number[] =>
  parts.flatMap((part) => (part.kind === 'row' ? [part.index] : []));
const area = (): HTMLElement =>
  ({
    scrollTop: 0,
    clientHeight: 560,
    addEventListener: vi.fn(),
    removeEventListener: vi.fn(),
  }) as unknown as HTMLElement;

describe('RowWindow', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('requestAnimationFrame', (next: () => void) => setTimeout(next, 16));
    vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id));
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe = vi.fn();
        disconnect = vi.fn();
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('draws first what is in sight and what has the keyboard, and then the rest of a grid that is not long', () => {
    const sight = new RowWindow(112);
    const stop = sight.follow(area());
    const all = ids(20);
    expect(rows(sight.parts(all, [])), 'what 560 pixels show').toEqual([0, 1, 2, 3, 4, 5]);
    expect(rows(sight.parts(all, ['row 17']))).toContain(17);
    const heights = sight.parts(all, []).map((part) => (part.kind === 'gap' ? part.height : 112));
    expect(
      heights.reduce((sum, one) => sum + one, 0),
      'the place of the others is kept',
    ).toBe(20 * 112);
    vi.advanceTimersByTime(60);
    expect(rows(sight.parts(all, [])).length, 'a stretch more').toBeGreaterThan(6);
    vi.advanceTimersByTime(1000);
    expect(rows(sight.parts(all, []))).toHaveLength(20);
    stop();
  });

  it('never draws all of a long one, save for print', () => {
    const sight = new RowWindow(112);
    const stop = sight.follow(area());
    vi.advanceTimersByTime(1000);
    const all = ids(WHOLE * 5);
    expect(rows(sight.parts(all, [])).length).toBeLessThan(20);
    sight.all = true;
    expect(rows(sight.parts(all, []))).toHaveLength(WHOLE * 5);
    stop();
  });
});
