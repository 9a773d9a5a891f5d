import { describe, expect, it } from 'vitest';
import { blocks, keyOf, stances } from '../marks/stance';
import { stanceKey } from './stanceKey';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe('stance keys', () => {
  it('gives each stance one key, and the key in the legend is that key', () => {
    for (const stance of stances) {
      const key = keyOf(stance);
      expect(key, stance).toBeDefined();
      expect(stanceKey({ key: key ?? '', ...plain })).toBe(stance);
    }
  });
  it('withdraws with Delete', () => {
    expect(stanceKey({ key: 'Delete', ...plain })).toBeNull();
  });
  it('leaves 6 to 9, letters and shortcuts alone', () => {
    expect(stanceKey({ key: '6', ...plain })).toBeUndefined();
    expect(stanceKey({ key: 'a', ...plain })).toBeUndefined();
    expect(stanceKey({ key: '1', ...plain, ctrlKey: true })).toBeUndefined();
  });
});

describe('marks', () => {
  it('draws as many blocks as the weight', () => {
    expect(blocks('strongly_contradicts')).toHaveLength(2);
    expect(blocks('contradicts').every((block) => block.solid)).toBe(true);
    expect(blocks('supports').every((block) => !block.solid)).toBe(true);
    expect(blocks('neutral')).toHaveLength(0);
  });
});
