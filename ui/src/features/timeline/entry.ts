// The words of an entry of the timeline.
import { type Lane, type TimelineEntry } from '$lib/api/bindings';
import { t } from '$lib/words';
import { dateInShort } from './dates';

const opening = /^[“"«„‘'‹「]/u;

/** The words as they stand on the line; a direct quotation has its marks. */
export function entryWords(entry: TimelineEntry, direct: boolean): string {
  return direct && !opening.test(entry.words) ? `“${entry.words}”` : entry.words;
}

/** When, as recorded; what has no date says so. */
export function entryWhen(entry: TimelineEntry): string {
  const date = entry.date_words ?? (entry.date ? dateInShort(entry.date) : t.timeline.noDate);
  return entry.date_of_item ? t.timeline.byItem(date) : date;
}

/** A name with room for what was said beside it. */
export function inBrief(name: string): string {
  return name.length > 30 ? `${name.slice(0, 28).trimEnd()}…` : name;
}

export interface Row {
  key: string;
  lane: Lane;
  entry: TimelineEntry;
}

/** All entries of all lanes in the order of time, each lane's own; what has no date is not among them. */
export function inTime(lanes: readonly Lane[]): Row[] {
  const rows = lanes.flatMap((lane, index) =>
    lane.entries.map((entry) => ({ key: `${index} ${entry.uuid}`, lane, entry })),
  );
  const first = (row: Row): string => row.entry.earliest ?? row.entry.latest ?? '9999';
  return rows.toSorted((a, b) => first(a).localeCompare(first(b)));
}

/** Entries without any date, each with its lane. */
export function withoutDate(lanes: readonly Lane[]): Row[] {
  return lanes.flatMap((lane, index) =>
    lane.undated.map((entry) => ({ key: `${index} ${entry.uuid}`, lane, entry })),
  );
}

/** The lane's name: accounts have their own, the others a word of ours. */
export function laneName(lane: Lane): string {
  return lane.kind === 'account' ? lane.name : t.timeline.lanes[lane.kind];
}
