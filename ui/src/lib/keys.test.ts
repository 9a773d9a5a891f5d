import { describe, expect, it } from 'vitest';
import { windowKey, type KeyPress } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  target: null,
  ...more,
});

describe('windowKey', () => {
  it('undoes and redoes', () => {
    expect(windowKey(press('z'), () => false)).toBe('undo');
    expect(windowKey(press('Z', { shiftKey: true }), () => false)).toBe('redo');
    expect(windowKey(press('y'), () => false)).toBe('redo');
    expect(windowKey(press('z', { ctrlKey: false, metaKey: true }), () => false)).toBe('undo');
  });
  it('leaves text fields their own undo', () => {
    expect(windowKey(press('z'), () => true)).toBeUndefined();
  });
  it('leaves other keys alone', () => {
    expect(windowKey(press('z', { ctrlKey: false }), () => false)).toBeUndefined();
    expect(windowKey(press('z', { altKey: true }), () => false)).toBeUndefined();
    expect(windowKey(press('x'), () => false)).toBeUndefined();
  });
});
