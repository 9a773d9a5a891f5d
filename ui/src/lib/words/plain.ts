// Small helpers for wording: counts and lists.
import { locale } from '../language';

/** "1 point", "3 points". */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "1 byte", "640 bytes", "1.2 kB", "34 MB": sizes of files as people say them. */
export function bytes(n: number): string {
  if (n < 1000) return count(n, 'byte', 'bytes');
  const kilo = n / 1000;
  return kilo < 999.5 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} kB` : `${(kilo / 1000).toFixed(1)} MB`;
}

/** "A, B and C". */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
}

/** A time of the record as people read it, in their own zone; what cannot be read is shown as it is. */
export function stamp(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** The time of day alone. */
export function clock(time: number): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(time);
}
