// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drag, dragged } from './drag.svelte';

const event = (type: string): Event => Object.assign(new MouseEvent(type, { button: 0 }), { pointerId: 1 });
let node: HTMLElement;
let other: HTMLElement;

beforeEach(() => {
  node = document.createElement('span');
  node.setPointerCapture = () => undefined;
  other = document.createElement('span');
  other.dataset['row'] = 'second';
  document.body.append(node, other);
  document.elementFromPoint = () => other;
});
afterEach(() => document.body.replaceChildren());

const attach = (drop: (onto: string) => void): (() => void) => {
  const detach = dragged({ enabled: () => true, kind: 'row', id: 'first', drop })(node);
  return () => detach?.();
};

describe('a drag', () => {
  it('goes on where the grid is read again and attaches to the same handle', async () => {
    const [before, after] = [vi.fn(), vi.fn()];
    const detach = attach(before);
    node.dispatchEvent(event('pointerdown'));
    expect(drag.kind).toBe('row');
    detach();
    attach(after);
    await Promise.resolve();
    expect(drag.kind).toBe('row');
    node.dispatchEvent(event('pointerup'));
    expect(before).not.toHaveBeenCalled();
    expect(after).toHaveBeenCalledWith('second');
    expect(drag.kind).toBeNull();
  });

  it('lets go where its handle is gone', async () => {
    const drop = vi.fn();
    const detach = attach(drop);
    node.dispatchEvent(event('pointerdown'));
    detach();
    await Promise.resolve();
    expect(drag.kind).toBeNull();
    node.dispatchEvent(event('pointerup'));
    expect(drop).not.toHaveBeenCalled();
  });
});
