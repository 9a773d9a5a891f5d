import { expect, test } from 'vitest';
import { en } from '../en';
import { ru } from './index';

/** Every plain text of a catalogue, with the way to it. */
function texts(part: unknown, way = ''): [string, string][] {
  if (typeof part === 'string') return [[way, part]];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => texts(value, `${way}.${key}`));
}

/** What is no word of a language: names of formats, services, keys and units. */
const same =
  /^(Counterclaim|Wayback Machine|Perma\.cc|archive\.today|HTML|PDF|Markdown|ClaimReview|JSON|CSV|DOCX|SHA-256|UTC|Del|Delete|English|Русский|Home, End|Enter|Escape|Tab|Shift F10|[0-9]|[←→↑↓ ]+)$/;

test('every text of the window is there in Russian', () => {
  const english = new Map(texts(en));
  const missing = texts(ru).filter(([way, text]) => english.get(way) === text && !same.test(text));
  expect(missing, 'what still reads as in English').toEqual([]);
  const latin = texts(ru).filter(([, text]) => !/[а-яё]/i.test(text) && !same.test(text));
  expect(latin, 'what has no Cyrillic letter').toEqual([]);
});

test('both catalogues have the same places', () => {
  const ways = (words: object): string[] =>
    texts(words)
      .map(([way]) => way)
      .sort();
  expect(ways(ru)).toEqual(ways(en));
});
