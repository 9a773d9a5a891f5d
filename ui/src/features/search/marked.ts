// Which stretches of a text are the words that were looked for.

export interface Stretch {
  text: string;
  hit: boolean;
}

const word = /[\p{L}\p{N}\p{M}]+/gu;

/** Case and accents do not count. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many characters of `text`, from `at`, stand for the folded letters `sought`. */
function covers(text: string, at: number, sought: string): number {
  let end = at;
  while (end < text.length && fold(text.slice(at, end)).length < sought.length) end += 1;
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end += 1;
  return end - at;
}

type Span = readonly [number, number];

function beginnings(text: string, sought: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(word)) {
    const plain = fold(match[0]);
    const longest = sought.filter((each) => plain.startsWith(each)).sort((a, b) => b.length - a.length)[0];
    if (longest) found.push([match.index, match.index + covers(text, match.index, longest)]);
  }
  return found;
}

/** In scripts without spaces, and where no word begins so, the words stand anywhere. */
function anywhere(text: string, sought: readonly string[]): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (from < text.length) {
    const rest = text.slice(from);
    const first = sought.find((each) => fold(rest.slice(0, each.length * 3)).startsWith(each));
    if (first) {
      const length = covers(text, from, first);
      found.push([from, from + length]);
      from += length;
    } else from += 1;
  }
  return found;
}

/** The text in stretches, with what was looked for told apart. Nothing is lost or added. */
export function marked(text: string, query: string): Stretch[] {
  const sought = [...fold(query).matchAll(word)].map((match) => match[0]);
  if (sought.length === 0) return [{ text, hit: false }];
  const begun = beginnings(text, sought);
  const plain = begun.length > 0 ? '' : fold(text);
  const spans =
    begun.length > 0 || !sought.some((each) => plain.includes(each)) ? begun : anywhere(text, sought);
  const found: Stretch[] = [];
  let from = 0;
  for (const [start, end] of spans) {
    if (start > from) found.push({ text: text.slice(from, start), hit: false });
    found.push({ text: text.slice(start, end), hit: true });
    from = end;
  }
  if (from < text.length || found.length === 0) found.push({ text: text.slice(from), hit: false });
  return found;
}
