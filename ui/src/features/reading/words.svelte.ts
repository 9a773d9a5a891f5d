import { type Excerpt } from '$lib/api/bindings';
import { t } from '$lib/words';
import { type Leaf, leafOf, placeOf, rangeOf } from './leaf';
import { fold, type Folded, locate, places, unbroken } from './locate';
import { boxesOf, type Mark } from './marks';
import { type Found, type Picked } from './reading.svelte';

interface Span {
  start: number;
  end: number;
}

/** How many places of a search are drawn at most. */
const mostDrawn = 2000;
const context = 32;

/** The words of one drawn piece (a text, a page), with excerpts and places found in it. Positions count within the piece. */
export class Words {
  readonly leaf: Leaf;
  readonly #folded: Folded;
  #caseless: Folded | undefined;
  // Not reactive on purpose: the marks are drawn when a sheet says so.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #excerpts = new Map<string, Span & { score: number }>();
  hits: readonly Span[] = [];
  /** White space and line breaks are part of the words, as in a plain text file. */
  readonly #exact: boolean;

  constructor(root: Node, exact = false) {
    this.leaf = leafOf(root);
    this.#folded = fold(this.leaf.text);
    this.#exact = exact;
  }

  /** Looks an excerpt up, once. */
  place(excerpt: Excerpt): Found {
    const known = this.#excerpts.get(excerpt.uuid);
    if (known) return { state: known.score === 1 ? 'there' : 'near', score: known.score };
    const near = excerpt.start === null ? undefined : excerpt.start / Math.max(1, this.leaf.text.length);
    const found = locate(
      this.#folded,
      { quote: excerpt.quote, prefix: excerpt.prefix, suffix: excerpt.suffix, near },
      this.leaf.text,
    );
    if (!found) return { state: 'lost', score: 0 };
    this.#excerpts.set(excerpt.uuid, found);
    return { state: found.score === 1 ? 'there' : 'near', score: found.score };
  }

  find(words: string): number {
    this.#caseless ??= fold(this.leaf.text, true);
    this.hits = places(this.#caseless, words, this.leaf.text);
    return this.hits.length;
  }

  rangeOfExcerpt(id: string): Range | undefined {
    const span = this.#excerpts.get(id);
    return span && rangeOf(this.leaf, span.start, span.end);
  }

  rangeOfHit(n: number): Range | undefined {
    const span = this.hits[n];
    return span && rangeOf(this.leaf, span.start, span.end);
  }

  range(span: Span): Range | undefined {
    return rangeOf(this.leaf, span.start, span.end);
  }

  spanOf(range: Range): Span {
    const start = placeOf(this.leaf, range.startContainer, range.startOffset);
    const end = placeOf(this.leaf, range.endContainer, range.endOffset);
    return { start, end: Math.max(start, end) };
  }

  /** The span without white space at its ends. */
  trimmed({ start, end }: Span): Span {
    const words = this.leaf.text.slice(start, end);
    const lead = words.length - words.trimStart().length;
    const trail = words.length - words.trimEnd().length;
    return lead + trail >= words.length ? { start, end: start } : { start: start + lead, end: end - trail };
  }

  /** What a span holds, as an excerpt would keep it; undefined where it holds no words. */
  picked(given: Span, language: string | null): Omit<Picked, 'at' | 'page_number'> | undefined {
    const { start, end } = this.trimmed(given);
    if (start >= end) return undefined;
    const { text } = this.leaf;
    const before = text.slice(Math.max(0, start - context), start);
    const after = text.slice(end, end + context);
    return {
      kind: 'text',
      quote: this.#exact ? text.slice(start, end) : unbroken(text.slice(start, end)),
      prefix: before || null,
      suffix: after || null,
      region: null,
      from_ms: null,
      to_ms: null,
      language,
    };
  }

  /** The marks of this piece, seen from a corner of what they are drawn on. */
  marks(
    excerpts: readonly { excerpt: Excerpt; n: number }[],
    corner: { x: number; y: number },
    current: { excerpt: string | null; hit: number },
  ): Mark[] {
    const marks: Mark[] = [];
    for (const { excerpt, n } of excerpts) {
      const span = this.#excerpts.get(excerpt.uuid);
      const range = span && this.range(span);
      if (!range) continue;
      marks.push({
        id: excerpt.uuid,
        n,
        colour: colourOf(excerpt),
        words: t.reading.excerptN(n, excerpt.quote),
        current: excerpt.uuid === current.excerpt,
        near: span.score < 1,
        boxes: boxesOf(range, corner),
      });
    }
    const first = Math.max(0, Math.min(current.hit - mostDrawn / 2, this.hits.length - mostDrawn));
    this.hits.slice(first, first + mostDrawn).forEach((span, at) => {
      const range = this.range(span);
      if (range)
        marks.push({
          id: '',
          n: 0,
          colour: null,
          words: '',
          current: first + at === current.hit,
          near: false,
          boxes: boxesOf(range, corner),
        });
    });
    return marks;
  }
}

/** The colour of an excerpt; the usual one where none was chosen. */
export function colourOf(excerpt: Excerpt): string {
  const colour: unknown = 'colour' in excerpt ? excerpt.colour : null;
  return typeof colour === 'string' ? colour : 'yellow';
}
