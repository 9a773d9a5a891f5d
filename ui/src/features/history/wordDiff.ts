import { diffWordsWithSpace } from 'diff';

/** A stretch of a text that stayed, came or went. */
export interface Stretch {
  text: string;
  what: 'same' | 'added' | 'removed';
}

// Above this a comparison would hold up the window, and nobody could read it.
const longest = 40_000;

function segmenter(): { intlSegmenter: Intl.Segmenter } | Record<string, never> {
  return 'Segmenter' in Intl ? { intlSegmenter: new Intl.Segmenter(undefined, { granularity: 'word' }) } : {};
}

/**
 * What changed between two wordings, word by word. Null where that would tell less than the two texts side by side:
 * where hardly a word stayed, or where the texts are too long to be compared at once.
 */
export function wordDiff(before: string, after: string): Stretch[] | null {
  if (before.length + after.length > longest) return null;
  const parts = diffWordsWithSpace(before, after, { ...segmenter(), timeout: 200 });
  // Not done in time.
  if (parts === undefined) return null;
  const stretches = parts.map((part): Stretch => ({
    text: part.value,
    what: part.added ? 'added' : part.removed ? 'removed' : 'same',
  }));
  const letters = (text: string): number => text.replace(/\s/g, '').length;
  const stayed = stretches
    .filter((stretch) => stretch.what === 'same')
    .reduce((sum, stretch) => sum + letters(stretch.text), 0);
  return stayed * 4 >= Math.max(letters(before), letters(after)) ? stretches : null;
}
