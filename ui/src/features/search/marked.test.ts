import { describe, expect, it } from 'vitest';
import { marked } from './marked';

const hits = (text: string, query: string): string[] =>
  marked(text, query)
    .filter((stretch) => stretch.hit)
    .map((stretch) => stretch.text);

describe('marked', () => {
  it('marks the beginnings of words, without regard to case and accents', () => {
    expect(hits('The sarin, said Sarinova', 'SARIN')).toEqual(['sarin', 'Sarin']);
    expect(hits('The Élysée said so', 'elys')).toEqual(['Élys']);
    expect(hits('assarin', 'sarin'), 'where no word begins so, it stands anywhere').toEqual(['sarin']);
    expect(hits('Хан-Шейхун', 'хан шей')).toEqual(['Хан', 'Шей']);
  });
  it('finds words in scripts without spaces', () => {
    expect(hits('日本語の資料', '資料')).toEqual(['資料']);
  });
  it('loses and adds nothing', () => {
    for (const text of ['', 'naïve café', 'a\u0301b', 'خان شيخون', '<b>x</b>', '👩‍👩‍👧 sarin']) {
      for (const query of ['', 'n', 'ca', 'خان', 'b', '.*']) {
        expect(
          marked(text, query)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text);
      }
    }
  });
});
