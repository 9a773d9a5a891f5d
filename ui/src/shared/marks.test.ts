import { describe, expect, it } from 'vitest';
import { pieces, visible } from './marks';

describe('hidden characters', () => {
  it('are shown by their code point, where they stand', () => {
    expect(visible('ё\u202eabc\u0000\u200b\n')).toBe('ё[U+202E]abc[U+0000][U+200B]\n');
    expect(pieces('a\u202eb')).toEqual([
      { text: 'a', mark: false },
      { text: 'U+202E', mark: true },
      { text: 'b', mark: false },
    ]);
  });
  it('leave every visible text as it is', () => {
    for (const text of ['', 'Хан-Шейхун', 'خان شيخون', 'می‌خواهم', '👩‍🔬', 'a\tb\r\n']) {
      expect(visible(text)).toBe(text);
      expect(pieces(text)).toEqual([{ text, mark: false }]);
    }
  });
});
