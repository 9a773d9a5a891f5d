// Selecting by keys: word by word, sentence by sentence, character by character. Places count in the text, so that it goes
// the same way in every direction of writing.

export interface Span {
  start: number;
  end: number;
}

export type Unit = 'word' | 'sentence' | 'grapheme';

const reach = 2000;

function segments(text: string, at: number, unit: Unit): Intl.SegmentData[] {
  const from = Math.max(0, at - reach);
  const found = [
    ...new Intl.Segmenter(undefined, { granularity: unit }).segment(text.slice(from, at + reach)),
  ];
  return found
    .map((one) => ({ ...one, index: one.index + from }))
    .filter((one) => (unit === 'word' ? one.isWordLike === true : one.segment.trim() !== ''));
}

const spanOf = (one: Intl.SegmentData): Span => ({
  start: one.index,
  end: one.index + one.segment.trimEnd().length,
});

/** The first unit that begins at a place or after it. */
export function unitAt(text: string, at: number, unit: Unit): Span | undefined {
  const found = segments(text, at, unit).find((one) => one.index + one.segment.length > at);
  return found && spanOf(found);
}

/** The unit after the span, or the one before it. */
export function beside(text: string, span: Span, by: 1 | -1, unit: Unit): Span | undefined {
  const all = segments(text, by > 0 ? span.end : span.start, unit);
  const found =
    by > 0 ? all.find((one) => one.index >= span.end) : all.findLast((one) => spanOf(one).end <= span.start);
  return found && spanOf(found);
}

/** The span with its end a unit farther, or nearer. */
export function extended(text: string, span: Span, by: 1 | -1, unit: Unit): Span {
  if (by > 0) return { start: span.start, end: beside(text, span, 1, unit)?.end ?? span.end };
  const last = segments(text, span.end, unit).findLast((one) => spanOf(one).end < span.end);
  return last && spanOf(last).end > span.start ? { start: span.start, end: spanOf(last).end } : span;
}

/** What a key does to the span; undefined where it does nothing. */
export function moved(text: string, span: Span, event: KeyboardEvent, mirrored: boolean): Span | undefined {
  const ahead = mirrored ? 'ArrowLeft' : 'ArrowRight';
  const back = mirrored ? 'ArrowRight' : 'ArrowLeft';
  const steps: Record<string, [1 | -1, Unit]> = {
    [ahead]: [1, event.ctrlKey || event.metaKey ? 'grapheme' : 'word'],
    [back]: [-1, event.ctrlKey || event.metaKey ? 'grapheme' : 'word'],
    ArrowDown: [1, 'sentence'],
    ArrowUp: [-1, 'sentence'],
  };
  const step = steps[event.key];
  if (!step || event.altKey) return undefined;
  const [by, unit] = step;
  return event.shiftKey ? extended(text, span, by, unit) : (beside(text, span, by, unit) ?? span);
}
