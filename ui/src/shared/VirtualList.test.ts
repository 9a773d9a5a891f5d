// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/svelte';
import { createRawSnippet, tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { faults } from '../../test/axe';
import { Selection } from './selection.svelte';
import VirtualList from './VirtualList.svelte';

interface Row {
  id: string;
}
const rows = Array.from({ length: 500 }, (_, index): Row => ({ id: `r${index}` }));
const row = createRawSnippet((of: () => unknown) => ({ render: () => `<span>${(of() as Row).id}</span>` }));

beforeAll(() => {
  // jsdom measures nothing: a window of 400 px and rows of 40 px are enough for the list to draw itself.
  class Observer {
    readonly #seen: (entries: { target: Element; contentRect: { height: number; width: number } }[]) => void;
    constructor(seen: Observer['see']) {
      this.#seen = seen;
    }
    see(): void {}
    observe(target: HTMLElement): void {
      const height = target.dataset['testid'] ? 400 : 40;
      Object.defineProperty(target, 'offsetParent', { value: document.body, configurable: true });
      queueMicrotask(() => this.#seen([{ target, contentRect: { height, width: 300 } }]));
    }
    unobserve(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('ResizeObserver', Observer);
  Element.prototype.scrollTo = () => undefined;
});

afterEach(cleanup);

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) {
    await tick();
    await new Promise((done) => setTimeout(done, 5));
  }
};
const press = (key: string, more: KeyboardEventInit = {}): void => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement as HTMLElement).dispatchEvent(event);
};

function show(more: object): { selection: Selection } {
  const selection = new Selection();
  render(VirtualList, {
    label: 'Rows',
    rows,
    key: (each: unknown) => (each as Row).id,
    row,
    rowHeight: 40,
    testid: 'rows',
    selection,
    ...more,
  });
  return { selection };
}

describe('VirtualList', () => {
  it('draws the rows in sight alone, says how many there are, and holds to axe', async () => {
    show({ role: 'listbox' });
    await settle();
    const drawn = screen.getAllByRole('option', { hidden: true });
    expect(drawn.length).toBeGreaterThan(5);
    expect(drawn.length).toBeLessThan(40);
    expect(drawn[0]?.getAttribute('aria-setsize')).toBe('500');
    expect(drawn[2]?.getAttribute('aria-posinset')).toBe('3');
    expect(await faults(screen.getByTestId('rows'))).toEqual([]);
  });

  it('has one row in the order of Tab, moved by the arrow keys, opened by Enter', async () => {
    const opened: string[] = [];
    show({ onopen: (each: Row) => opened.push(each.id) });
    await settle();
    const stops = (): string[] =>
      [...document.querySelectorAll<HTMLElement>('[data-key][tabindex="0"]')].map(
        (each) => each.dataset['key'] ?? '',
      );
    expect(stops()).toEqual(['r0']);
    document.querySelector<HTMLElement>('[data-key="r0"]')?.focus();
    press('ArrowDown');
    await settle();
    expect(document.activeElement?.getAttribute('data-key')).toBe('r1');
    expect(stops()).toEqual(['r1']);
    press('Enter');
    expect(opened).toEqual(['r1']);
    press('End');
    await settle();
    expect(document.activeElement?.getAttribute('data-key'), 'the last row, though it was not drawn').toBe(
      'r499',
    );
  });

  it('picks rows out by Space, by Shift and an arrow, and all at once', async () => {
    const { selection } = show({ role: 'listbox' });
    await settle();
    document.querySelector<HTMLElement>('[data-key="r0"]')?.focus();
    press(' ');
    expect([...selection.keys]).toEqual(['r0']);
    press('ArrowDown', { shiftKey: true });
    await settle();
    expect([...selection.keys].sort()).toEqual(['r0', 'r1']);
    press('a', { ctrlKey: true });
    expect(selection.size).toBe(500);
    press('Escape');
    expect(selection.size).toBe(0);
  });
});
