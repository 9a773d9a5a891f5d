// Finds the words of an excerpt in a text that was drawn. White space, line breaks, hyphens at their ends and the shape of
// quotation marks do not count; where words differ beyond that, the nearest place is offered with how near it is.
import search from 'approx-string-match';

/** A text without what the layout put in, and where each of its characters came from. */
export interface Folded {
  text: string;
  /** For each unit of `text`, its place in the whole; one more for the end. */
  from: readonly number[];
}

const passedOver = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2010\u2011-]/u;
const shapes: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '–': '',
  '—': '',
  '−': '',
};

export function fold(whole: string, caseless = false): Folded {
  const from: number[] = [];
  let text = '';
  let at = 0;
  for (const character of whole) {
    if (!passedOver.test(character)) {
      const plain = shapes[character] ?? character.normalize('NFKC');
      const same = caseless ? plain.toLowerCase() : plain;
      text += same;
      for (let n = 0; n < same.length; n++) from.push(at);
    }
    at += character.length;
  }
  from.push(whole.length);
  return { text, from };
}

/** What is looked for: the words, what stood around them, and how far into the text, from 0 to 1. */
export interface Sought {
  quote: string;
  prefix: string | null;
  suffix: string | null;
  near?: number | undefined;
}

/** Where it stands. A score below 1 says that the words there are not quite these. */
export interface Located {
  start: number;
  end: number;
  score: number;
}

/** Below this the place found is no place. */
const least = 0.6;
/** More errors than this are never looked for. */
const mostErrors = 256;

/** How much of `wanted` stands at the end of `there`, from 0 to 1. */
function shared(there: string, wanted: string, fromEnd: boolean): number {
  if (wanted === '') return 1;
  let same = 0;
  while (same < wanted.length && same < there.length) {
    const a = fromEnd ? there.at(-1 - same) : there[same];
    const b = fromEnd ? wanted.at(-1 - same) : wanted[same];
    if (a !== b) break;
    same++;
  }
  return same / wanted.length;
}

/** The place in the whole text: from the first character to the end of the last, without what lies beyond it. */
function ends({ from }: Folded, start: number, end: number, whole: string): { start: number; end: number } {
  const last = from[end - 1] ?? whole.length;
  const size = (whole.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return { start: from[start] ?? whole.length, end: Math.min(whole.length, last + size) };
}

/** Finds what is sought; undefined where nothing near it stands there. */
export function locate(folded: Folded, sought: Sought, whole: string): Located | undefined {
  const quote = fold(sought.quote).text;
  if (quote === '') return undefined;
  const prefix = fold(sought.prefix ?? '').text;
  const suffix = fold(sought.suffix ?? '').text;
  const around = (start: number, end: number): number =>
    20 * shared(folded.text.slice(Math.max(0, start - 64), start), prefix, true) +
    20 * shared(folded.text.slice(end, end + 64), suffix, false) +
    (sought.near === undefined
      ? 2
      : 2 * (1 - Math.abs(start / Math.max(1, folded.text.length) - sought.near)));

  let best: { start: number; end: number; weight: number } | undefined;
  for (let at = folded.text.indexOf(quote); at >= 0; at = folded.text.indexOf(quote, at + 1)) {
    const weight = around(at, at + quote.length);
    if (!best || weight > best.weight) best = { start: at, end: at + quote.length, weight };
  }
  if (best) return { ...ends(folded, best.start, best.end, whole), score: 1 };

  const allowed = Math.min(mostErrors, Math.floor(quote.length / 2));
  let nearest: { start: number; end: number; score: number } | undefined;
  for (const match of search(folded.text, quote, allowed)) {
    const score = (50 * (1 - match.errors / quote.length) + around(match.start, match.end)) / 92;
    if (!nearest || score > nearest.score) nearest = { start: match.start, end: match.end, score };
  }
  if (!nearest || nearest.score < least) return undefined;
  return {
    ...ends(folded, nearest.start, nearest.end, whole),
    score: Math.min(0.99, nearest.score),
  };
}

/** Every place where the words stand, small and capital letters alike. */
export function places(folded: Folded, words: string, whole: string): { start: number; end: number }[] {
  const wanted = fold(words, true).text;
  if (wanted === '') return [];
  const found = [];
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length))
    found.push(ends(folded, at, at + wanted.length, whole));
  return found;
}

/** The words as a person would type them off: lines joined, and words that were parted at the end of a line put together. */
export function unbroken(words: string): string {
  return words
    .replace(/\u00ad\s*\n?\s*/gu, '')
    .replace(/(\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}
