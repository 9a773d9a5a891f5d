import { describe, expect, it } from 'vitest';
import { Selection } from './selection.svelte';

const none = { shiftKey: false, ctrlKey: false, metaKey: false };
const shift = { ...none, shiftKey: true };
const control = { ...none, ctrlKey: true };

describe('Selection', () => {
  it('chooses one, adds one, and a range from the last single choice', () => {
    const selection = new Selection(() => ['a', 'b', 'c', 'd', 'e']);
    selection.click('b', none);
    selection.click('d', shift);
    expect(selection.ids).toEqual(['b', 'c', 'd']);
    selection.click('a', shift);
    expect(selection.ids, 'the range turns around its beginning').toEqual(['a', 'b']);
    selection.click('e', control);
    expect(selection.ids).toEqual(['a', 'b', 'e']);
    selection.click('e', control);
    expect(selection.ids).toEqual(['a', 'b']);
    selection.click('c', none);
    expect(selection.ids).toEqual(['c']);
  });

  it('moves by keyboard: alone, with a growing choice, and never past the ends', () => {
    const selection = new Selection(() => ['a', 'b', 'c']);
    expect(selection.move(0)).toBe('a');
    selection.move(selection.place + 1, { extend: true });
    expect(selection.ids).toEqual(['a', 'b']);
    selection.move(99, { alone: true });
    expect([selection.cursor, ...selection.ids], 'the choice stays').toEqual(['c', 'a', 'b']);
    expect(selection.move(-5)).toBe('a');
    expect(new Selection(() => []).move(0)).toBeNull();
  });

  it('forgets what left the list', () => {
    let order = ['a', 'b', 'c'];
    const selection = new Selection(() => order);
    selection.all();
    selection.move(2, { alone: true });
    order = ['b'];
    selection.keep();
    expect(selection.ids).toEqual(['b']);
    expect(selection.cursor).toBeNull();
  });
});
