// Time as a line: days to pixels and back, and the ticks. Even, or with room where something happened.

/** A day as a number: days since 1970-01-01. */
export type Day = number;

const length = 86_400_000;

/** The day of a plain date; undefined for anything else. */
export function dayOf(date: string | null): Day | undefined {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.round(time / length);
}

export function dateOf(day: Day): string {
  return new Date(day * length).toISOString().slice(0, 10);
}

export type Scale = 'wide' | 'narrow';

export interface Axis {
  first: Day;
  /** The last day that is drawn. */
  last: Day;
  width: number;
  /** Where a day begins. Outside the line it is the nearer end. */
  x: (day: Day) => number;
  /** The day at a place. */
  day: (x: number) => Day;
}

interface Knot {
  day: Day;
  x: number;
}

function between(knots: readonly Knot[], at: number, from: 'day' | 'x', to: 'day' | 'x'): number {
  let low = 0;
  let high = knots.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((knots[middle]?.[from] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const [a, b] = [knots[low], knots[high]];
  if (!a || !b) return 0;
  const part = b[from] === a[from] ? 0 : (at - a[from]) / (b[from] - a[from]);
  return a[to] + Math.min(1, Math.max(0, part)) * (b[to] - a[to]);
}

const room = { one: 44, more: 58, most: 216, day: 34, gap: 24, longer: 12 };

/** Room for a day by how much begins on it; the words of one entry may reach over what follows. */
function dayWidth(entries: number): number {
  return Math.min(room.most, room.one + room.more * Math.log2(Math.max(1, entries)));
}

/** Room for a stretch of days on which nothing begins: each day its own, until that is too much. */
function gapWidth(days: number): number {
  return days <= 6 ? days * room.day : room.gap + room.longer * Math.log2(days);
}

/** How much closer than it would like to be the line is drawn, before it scrolls; and how wide it gets at most. */
const squeeze = { least: 0.62, widths: 8 };

/**
 * The axis for entries that begin on the days `starts` (a day as often as entries begin on it), from `first` to `last`.
 * Wide: days have room by what happened on them, what lies between is drawn together; as wide as `fill`, or it scrolls.
 * Narrow: all days alike, within `fill`.
 */
export function axis(starts: readonly Day[], first: Day, last: Day, scale: Scale, fill: number): Axis {
  const end = Math.max(last, first) + 1;
  const knots: Knot[] = [{ day: first, x: 0 }];
  if (scale === 'narrow') knots.push({ day: end, x: fill });
  else {
    const counts = new Map<Day, number>();
    for (const day of starts) {
      if (day >= first && day < end) counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    let at: Day = first;
    let x = 0;
    const stretch = (until: Day, width: number): void => {
      if (until <= at) return;
      x += width;
      at = until;
      knots.push({ day: at, x });
    };
    for (const [day, entries] of [...counts].sort(([a], [b]) => a - b)) {
      stretch(day, gapWidth(day - at));
      stretch(day + 1, dayWidth(entries));
    }
    stretch(end, gapWidth(end - at));
    const wanted = Math.max(1, x);
    const least = Math.max(fill, Math.min(wanted * squeeze.least, fill * squeeze.widths));
    for (const knot of knots) knot.x *= least / wanted;
  }
  const width = knots[knots.length - 1]?.x ?? fill;
  return {
    first,
    last: end - 1,
    width,
    x: (day) => between(knots, day, 'day', 'x'),
    day: (x) => Math.min(end - 1, Math.max(first, Math.floor(between(knots, x, 'x', 'day') + 1e-6))),
  };
}

export interface Tick {
  day: Day;
  x: number;
  /** What it marks: the first of a year, the first of a month, or a day. */
  of: 'year' | 'month' | 'day';
  /** Something begins on it. */
  busy: boolean;
  /** The month stands beside the day, since no earlier tick says it. */
  named: boolean;
}

const widths = { year: 40, month: 40, day: 24, busy: 52 };

function parts(day: Day): { year: number; month: number; date: number } {
  const date = new Date(day * length);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), date: date.getUTCDate() };
}

/** Ticks that do not run into one another: first the days on which something begins, then years, months and days. */
export function ticks(of: Axis, busy: readonly Day[]): Tick[] {
  const isBusy = new Set(busy);
  const out: Tick[] = [];
  const taken: { from: number; to: number }[] = [];
  const place = (day: Day, kind: Tick['of']): void => {
    if (day < of.first || day > of.last) return;
    const x = of.x(day);
    const loud = isBusy.has(day);
    const to = x + (loud ? widths.busy : widths[kind]);
    if (taken.some((other) => x < other.to && other.from < to)) return;
    taken.push({ from: x, to });
    out.push({ day, x, of: kind, busy: loud, named: false });
  };
  const kindOf = (day: Day): Tick['of'] => {
    const { month, date } = parts(day);
    return date > 1 ? 'day' : month > 0 ? 'month' : 'year';
  };
  const months: Day[] = [];
  const start = parts(of.first);
  for (let n = 0; n < 12 * 400; n++) {
    const day = Math.round(Date.UTC(start.year, start.month + n, 1) / length);
    if (day > of.last) break;
    if (day >= of.first) months.push(day);
  }
  for (const day of isBusy) place(day, 'day');
  for (const day of months) if (kindOf(day) === 'year') place(day, 'year');
  for (const day of months) if (kindOf(day) === 'month') place(day, 'month');
  if (of.last - of.first < 4000) {
    for (let day = of.first; day <= of.last; day++) {
      if (of.x(day + 1) - of.x(day) >= widths.day) place(day, kindOf(day));
    }
  }
  out.sort((a, b) => a.x - b.x);
  let month = '';
  for (const tick of out) {
    const { year, month: number } = parts(tick.day);
    const now = `${year}-${number}`;
    tick.named = now !== month;
    month = now;
  }
  return out;
}
