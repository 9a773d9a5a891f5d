import { describe, expect, it } from 'vitest';
import { isChord, parseKeys, printKeys, type KeyPress } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});
const is = (keys: string, pressed: KeyPress): boolean => {
  const [chord] = parseKeys(keys);
  return chord !== undefined && isChord(chord, pressed);
};

describe('keys', () => {
  it('are met by Ctrl, and by Cmd', () => {
    expect(is('Mod+Z', press('z', { ctrlKey: true }))).toBe(true);
    expect(is('Mod+Z', press('z', { metaKey: true }))).toBe(true);
    expect(is('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
  });
  it('are not met with more or fewer of the keys that are held', () => {
    expect(is('Mod+Z', press('z'))).toBe(false);
    expect(is('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(is('Mod+Z', press('z', { ctrlKey: true, altKey: true }))).toBe(false);
    expect(is('g', press('g', { ctrlKey: true }))).toBe(false);
  });
  it('take a sign however the keyboard makes it', () => {
    expect(is('?', press('?', { shiftKey: true }))).toBe(true);
    expect(is('?', press('?'))).toBe(true);
  });
  it('take the letter at the same place of a keyboard with other letters', () => {
    expect(is('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }))).toBe(true);
    expect(is('Mod+K', press('л', { code: 'KeyJ', ctrlKey: true }))).toBe(false);
    expect(
      is('Mod+Z', press('y', { code: 'KeyZ', ctrlKey: true })),
      'a Latin layout of its own counts by its letters',
    ).toBe(false);
  });
  it('can be a plus', () => {
    expect(is('Mod++', press('+', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(parseKeys('+')[0]?.key).toBe('+');
  });
  it('are printed as on the keyboard', () => {
    expect(printKeys('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
    expect(printKeys('Mod+K', true)).toBe('⌘ K');
    expect(printKeys('Alt+ArrowLeft', false)).toBe('Alt ←');
    expect(printKeys('g c', false)).toBe('G, C');
    expect(printKeys('?', false)).toBe('?');
    expect(printKeys('F2', false)).toBe('F2');
  });
});
