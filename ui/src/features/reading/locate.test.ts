import { describe, expect, it } from 'vitest';
import { fold, locate, places, unbroken } from './locate';

const find = (
  text: string,
  quote: string,
  around: { prefix?: string; suffix?: string; near?: number } = {},
): [string, number] | undefined => {
  const found = locate(
    fold(text),
    { quote, prefix: around.prefix ?? null, suffix: around.suffix ?? null, near: around.near },
    text,
  );
  return found && [text.slice(found.start, found.end), Math.round(found.score * 100)];
};

describe('finding the words of an excerpt', () => {
  it('passes over line breaks, hyphens at their ends and doubled blanks', () => {
    expect(find('nothing had been\nmoved from the ware-\nhouse at noon', 'moved from the warehouse')).toEqual(
      ['moved from the ware-\nhouse', 100],
    );
    expect(find('a  “free\u00a0word”  b', 'a "free word" b')?.[1]).toBe(100);
  });
  it('ends after the last letter, and never within one', () => {
    expect(find('склад был пуст 🙂\n', 'пуст 🙂')).toEqual(['пуст 🙂', 100]);
    expect(find('المستودع كان فارغا منذ', 'كان فارغا')).toEqual(['كان فارغا', 100]);
    expect(find('仓库在三月就空了。', '三月就空')).toEqual(['三月就空', 100]);
  });
  it('takes of several places the one with the same words around it', () => {
    const text = 'He said yes. They said yes. She said yes.';
    const found = locate(fold(text), { quote: 'said yes', prefix: 'They ', suffix: '. She' }, text);
    expect(found?.start).toBe(text.indexOf('They') + 5);
  });
  it('offers a near place with a score below one, and none where nothing is near', () => {
    const near = find(
      'The ministry said that nothing was moved from the stores',
      'nothing was removed from the store',
    );
    expect(near?.[0]).toMatch(/^nothing was moved from the store/);
    expect(near?.[1]).toBeLessThan(100);
    expect(find('The ministry said at noon', 'a sentence that stands nowhere in it')).toBeUndefined();
  });
});

describe('finding in a document', () => {
  it('takes small and capital letters alike', () => {
    const text = 'The log. THE crew. Other';
    expect(places(fold(text, true), 'the', text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'THE',
      'the',
    ]);
  });
});

describe('words as one would type them off', () => {
  it('joins lines, and words that were parted', () => {
    expect(unbroken('from the ware-\nhouse\n at  noon ')).toBe('from the warehouse at noon');
    expect(unbroken('chem\u00adical')).toBe('chemical');
    expect(unbroken('the 2016-\n2017 season')).toBe('the 2016- 2017 season');
  });
});
