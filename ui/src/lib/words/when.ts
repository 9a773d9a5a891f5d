// Times of the record as people read them: near ones by distance, older ones by day; the exact time in both zones.
import { locale } from '../language';

const minute = 60_000;
const hour = 60 * minute;

export interface WhenWords {
  now: string;
  today: (clock: string) => string;
  yesterday: (clock: string) => string;
  exact: (local: string, utc: string) => string;
  /** Where the reader's own clock shows UTC. */
  utc: (time: string) => string;
}

function daysBetween(from: Date, to: Date): number {
  const start = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((start(to) - start(from)) / (24 * hour));
}

/** "2 min ago", "Today, 14:02", "Yesterday, 09:40", "18 Nov 2026"; what cannot be read is shown as it is. */
export function ago(time: string, now: number, words: WhenWords): string {
  const date = new Date(time);
  const past = now - date.getTime();
  if (Number.isNaN(past)) return time;
  // A clock that was set back makes no future out of the record.
  if (past < minute) return words.now;
  if (past < hour)
    return new Intl.RelativeTimeFormat(locale, { style: 'short' }).format(
      -Math.floor(past / minute),
      'minute',
    );
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(date);
  const days = daysBetween(date, new Date(now));
  if (days === 0) return words.today(clock);
  if (days === 1) return words.yesterday(clock);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(date);
}

/** The exact time, in the reader's own zone and in UTC. */
export function exactly(time: string, words: WhenWords): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
  const local = new Intl.DateTimeFormat(locale, style).format(date);
  const utc = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(date);
  return local === utc ? words.utc(utc) : words.exact(local, utc);
}
