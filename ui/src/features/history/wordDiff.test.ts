import { describe, expect, it } from 'vitest';
import { wordDiff } from './wordDiff';

const read = (before: string, after: string): string | null =>
  wordDiff(before, after)
    ?.map((part) =>
      part.what === 'added' ? `+${part.text}+` : part.what === 'removed' ? `-${part.text}-` : part.text,
    )
    .join('') ?? null;

describe('wordDiff', () => {
  it('marks the words that came and went inside a long text', () => {
    expect(read('Syrian aircraft dropped a lethal agent.', 'Syrian aircraft dropped a nerve agent.')).toBe(
      'Syrian aircraft dropped a -lethal-+nerve+ agent.',
    );
  });
  it('rebuilds both wordings, whatever they hold', () => {
    const pairs = [
      ['a b c d', 'a b d'],
      ['строка из слов, одна', 'строка из букв, одна'],
      ['日本語の資料です', '日本語の新資料です'],
      ['line one\nline two', 'line one\n\nline two'],
      ['خان شيخون في إدلب', 'خان شيخون قرب إدلب'],
    ] as const;
    for (const [before, after] of pairs) {
      const parts = wordDiff(before, after) ?? [];
      const side = (gone: string): string =>
        parts
          .filter((part) => part.what !== gone)
          .map((part) => part.text)
          .join('');
      expect(side('added'), before).toBe(before);
      expect(side('removed'), after).toBe(after);
    }
  });
  it('gives way to the two texts where hardly a word stayed, or where they are too long', () => {
    expect(wordDiff('one two three', 'four five six')).toBeNull();
    expect(wordDiff('a '.repeat(30_000), 'b '.repeat(30_000))).toBeNull();
  });
});
