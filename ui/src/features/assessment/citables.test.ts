import { describe, expect, it } from 'vitest';
import { type Citable, fitting, typedAt, withIds, withNames } from './citables';

const id = (n: number): string => `01931c5e-0000-7000-8000-00000000000${n}`;
const one = (n: number, short: string, name: string, words = ''): Citable => ({
  id: id(n),
  kind: 'item',
  short,
  name,
  words,
  language: null,
  itemId: null,
});
const all = [
  one(1, 'E6', 'UN Commission of Inquiry', 'The Syrian air force used sarin.'),
  one(2, 'Report, 12 April', 'Report, 12 April'),
];

describe('citations in a form', () => {
  it('stand by short names and are sent by id', () => {
    const stored = `Said so [@${id(1)}] and so [@${id(2)}].`;
    const shown = 'Said so [@E6] and so [@Report, 12 April].';
    expect(withNames(stored, all)).toBe(shown);
    expect(withIds(shown, all)).toBe(stored);
    expect(withIds('[@e6]', all), 'small letters do').toBe(`[@${id(1)}]`);
  });
  it('leave what leads nowhere for the api to refuse', () => {
    expect(withIds('[@E99]', all)).toBe('[@E99]');
    expect(withNames(`[@${id(9)}]`, all)).toBe(`[@${id(9)}]`);
  });
  it('are typed after an @, but not inside a word', () => {
    expect(typedAt('because @un com', 15)).toEqual({ from: 8, words: 'un com' });
    expect(typedAt('@', 1)).toEqual({ from: 0, words: '' });
    expect(typedAt('a@b', 3)).toBeUndefined();
    expect(typedAt('done [@E6] now', 14)).toBeUndefined();
  });
  it('are found by all their words, a short name first', () => {
    expect(fitting(all, 'sarin force').map((found) => found.short)).toEqual(['E6']);
    expect(fitting(all, 'e').map((found) => found.short)).toEqual(['E6', 'Report, 12 April']);
    expect(fitting(all, 'nothing')).toEqual([]);
  });
});
