// One day by the hour: entries whose time of day is known, in local time with UTC below.
import { type TimelineEntry } from '$lib/api/bindings';

export interface Span {
  entry: TimelineEntry;
  /** Minutes from midnight, local time. */
  from: number;
  to: number;
}

export interface DayHours {
  /** The local day, YYYY-MM-DD. */
  date: string;
  /** The zone that local time is told in; null where it was not recorded, and then hours are UTC. */
  zone: string | null;
  /** Minutes that local time is ahead of UTC on that day. */
  ahead: number;
  spans: Span[];
}

interface Local {
  date: string;
  minutes: number;
  ahead: number;
}

/** An instant in a zone; undefined where either cannot be read. */
export function localTime(instant: string, zone: string | null): Local | undefined {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return undefined;
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone ?? 'UTC',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }).formatToParts(time);
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
    const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map(part);
    if (year === undefined || !month || !day || hour === undefined || minute === undefined) return undefined;
    const local = Date.UTC(year, month - 1, day, hour, minute);
    return {
      date: new Date(local).toISOString().slice(0, 10),
      minutes: hour * 60 + minute,
      ahead: Math.round(local / 60_000 - Math.floor(time.getTime() / 60_000)),
    };
  } catch {
    return undefined;
  }
}

/** Days on which an entry has a time of day, each with its entries, by zone; in the order of time. */
export function daysWithHours(entries: readonly TimelineEntry[]): DayHours[] {
  const found = new Map<string, DayHours>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const first = entry.time_from ?? entry.time_to;
    const last = entry.time_to ?? entry.time_from;
    if (!first || !last || seen.has(entry.uuid)) continue;
    seen.add(entry.uuid);
    const from = localTime(first, entry.zone);
    const to = localTime(last, entry.zone);
    if (!from || !to) continue;
    const key = `${from.date} ${entry.zone ?? ''}`;
    const day = found.get(key) ?? { date: from.date, zone: entry.zone, ahead: from.ahead, spans: [] };
    day.spans.push({ entry, from: from.minutes, to: to.date === from.date ? to.minutes : 1440 });
    found.set(key, day);
  }
  return [...found.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}

/** "06:30" for minutes from midnight; days before and after are folded into one. */
export function clockOf(minutes: number): string {
  const day = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(day / 60)).padStart(2, '0')}:${String(day % 60).padStart(2, '0')}`;
}

/** The instant of a clock time on a day in a zone; without a zone by UTC. Undefined where it cannot be read. */
export function instantOf(date: string, clock: string, zone: string | null): string | undefined {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(clock);
  if (!found || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const wanted = Date.parse(`${date}T${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}:00Z`);
  if (Number.isNaN(wanted)) return undefined;
  const guess = localTime(new Date(wanted).toISOString(), zone);
  if (!guess) return undefined;
  // Once more with the distance that holds then: the clock may have been changed in between.
  const near = localTime(new Date(wanted - guess.ahead * 60_000).toISOString(), zone) ?? guess;
  return new Date(wanted - near.ahead * 60_000).toISOString().replace('.000Z', 'Z');
}
