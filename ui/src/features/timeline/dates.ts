// Dates as recorded (EDTF), for the eye. Only plain days, months and years are rewritten; anything else stays as it was written.
import { t } from '$lib/words';

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** "5 Apr 2017", "Sep 2017", "2017"; what is uncertain or open is shown as recorded. */
export function dateInShort(date: string): string {
  const found = plain.exec(date);
  if (!found) return date;
  const [, year = '', month, day] = found;
  const name = month ? t.timeline.months[Number(month) - 1] : undefined;
  if (!month || !name) return year;
  return day ? t.timeline.day(Number(day), name, year) : t.timeline.month(name, year);
}
