import { t } from '$lib/words';
import { day } from '$lib/words/day';

const oneOf = /^\[([^\]]+)\.\.([^\]]+)\]$/;

/** A date of the record in words; one day out of several reads "between". */
export function sideDay(edtf: string): string {
  const [, from, to] = oneOf.exec(edtf) ?? [];
  if (from && to) return t.side.between(day(from, t.side.days), day(to, t.side.days));
  return day(edtf, t.side.days);
}
