import { type StanceValue } from '$lib/api/bindings';
import { stanceKeys } from '../marks/stance';

/** Where the keyboard goes after a rating: it stays, or moves one cell across or down. */
export const advances = ['stay', 'next', 'down'] as const;
export type Advance = (typeof advances)[number];

/** What a key does to the current cell: a stance, a withdrawal (null), or nothing (undefined). */
export function stanceKey(press: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): StanceValue | null | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  if (press.key === 'Delete' || press.key === 'Backspace') return null;
  return stanceKeys[press.key];
}
