import { type LabelGiven } from '$lib/api/bindings';

/** A label as it is being written: the number as typed, empty for a label outside the order. */
export interface LabelDraft {
  key: number;
  name: string;
  meaning: string;
  number: string;
}

/** What is wrong with a scale's labels, as a word of the catalogue; none if nothing is. */
export type LabelFault = 'few' | 'nameless' | 'twice' | 'number' | 'order';

export function faultOf(labels: readonly LabelDraft[]): LabelFault | null {
  const names = labels.map((label) => label.name.trim().toLowerCase());
  if (labels.length < 2) return 'few';
  if (names.some((name) => name === '')) return 'nameless';
  if (new Set(names).size < names.length) return 'twice';
  const numbers = labels.map((label) => label.number.trim()).filter((number) => number !== '');
  if (numbers.some((number) => !/^[1-9]\d{0,2}$/.test(number))) return 'number';
  const falls = numbers.every((number, at) => at === 0 || Number(numbers[at - 1]) > Number(number));
  return falls ? null : 'order';
}

/** As the door takes them: the best supported first. */
export function given(labels: readonly LabelDraft[]): LabelGiven[] {
  return labels.map(({ name, meaning, number }) => ({
    name: name.trim(),
    meaning: meaning.trim() || null,
    number: number.trim() === '' ? null : Number(number),
  }));
}

/** One place up or down; the same list where there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const to = at + by;
  const [one, other] = [next[at], next[to]];
  if (one === undefined || other === undefined) return next;
  next[at] = other;
  next[to] = one;
  return next;
}
