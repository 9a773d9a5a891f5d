// Times of day of a statement: written in a zone, recorded as instants. A zone that is unknown stays unknown.

const written = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;

/** The names of zones that this machine knows; some engines list none. */
export function zones(): string[] {
  return typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
}

/** How far the zone's clock is from UTC at an instant, in milliseconds. */
function offset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of a time as it was typed: in the zone, or with Z or an offset of its own.
 * Null for an empty one; undefined when it cannot be read, or its zone is unknown and it says none.
 */
export function instantOf(typed: string, zone: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!written.test(text)) {
    const own = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(own) ? undefined : iso(own);
  }
  if (zone.trim() === '') return undefined;
  const local = Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(local)) return undefined;
  try {
    // The offset at the time itself: a guess, and once more where the clock was changed in between.
    const guess = local - offset(local, zone);
    return iso(local - offset(guess, zone));
  } catch {
    return undefined;
  }
}

function iso(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** An instant on the zone's clock, "2017-04-05T11:30"; in UTC with its Z where the zone is unknown. */
export function onClock(instant: string | null, zone: string | null): string {
  if (instant === null) return '';
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  try {
    if (zone) return new Date(at + offset(at, zone)).toISOString().slice(0, 16);
  } catch {
    // A zone that this machine does not know.
  }
  return iso(at);
}
