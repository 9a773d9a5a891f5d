import { describe, expect, it } from 'vitest';
import { Cursor } from './cursor.svelte';

describe('Cursor', () => {
  it('moves by arrows and stops at the edges', () => {
    const cursor = new Cursor(
      () => 2,
      () => 3,
    );
    expect(cursor.press('ArrowUp')).toBe(true);
    expect([cursor.row, cursor.column]).toEqual([0, 0]);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) cursor.press(key);
    expect([cursor.row, cursor.column]).toEqual([1, 2]);
  });
  it('jumps with Home, End and Ctrl', () => {
    const cursor = new Cursor(
      () => 5,
      () => 4,
    );
    cursor.press('End', true);
    expect([cursor.row, cursor.column]).toEqual([4, 3]);
    cursor.press('Home');
    expect([cursor.row, cursor.column]).toEqual([4, 0]);
    cursor.press('ArrowUp', true);
    expect(cursor.row).toBe(0);
  });
  it('stays inside when the grid shrinks', () => {
    let rows = 5;
    const cursor = new Cursor(
      () => rows,
      () => 2,
    );
    cursor.press('ArrowDown', true);
    rows = 2;
    expect(cursor.at(1, 0)).toBe(true);
    cursor.press('ArrowUp');
    expect(cursor.row).toBe(0);
  });
  it('leaves other keys alone', () => {
    const cursor = new Cursor(
      () => 1,
      () => 1,
    );
    expect(cursor.press('a')).toBe(false);
  });
});
