// Where each entry of the timeline stands: lanes below one another, rows within a lane, and steps between versions.
import { type Lane, type TimelineEntry } from '$lib/api/bindings';
import { type Axis, type Day, dayOf } from './axis';

export interface Placed {
  key: string;
  entry: TimelineEntry;
  lane: number;
  /** The row within its lane. */
  row: number;
  /** Where its time begins and ends, in pixels. */
  x: number;
  to: number;
  /** One day, or a span. */
  span: boolean;
  openStart: boolean;
  openEnd: boolean;
  /** Where its words begin, and how much room they have. */
  label: number;
  room: number;
  /** The words stand before the mark, for want of room after it. */
  flipped: boolean;
  /** Top of the row from the top of all. */
  top: number;
}

export interface Step {
  key: string;
  from: Placed;
  to: Placed;
}

export interface LanePlaced {
  index: number;
  lane: Lane;
  top: number;
  height: number;
  rows: number;
}

export interface Layout {
  lanes: LanePlaced[];
  placed: Placed[];
  steps: Step[];
  height: number;
}

export const sizes = { row: 26, pad: 9, least: 44, mark: 15, most: 270, longest: 620, letter: 6.1 };

/** The days on which entries begin, each as often as entries do, and the first and last day of all: open ends reach to them. */
export function extent(lanes: readonly Lane[]): { starts: Day[]; first: Day; last: Day } | undefined {
  const entries = lanes.flatMap((lane) => lane.entries);
  const starts = entries.flatMap((entry) => dayOf(entry.earliest) ?? dayOf(entry.latest) ?? []);
  const ends = entries.flatMap((entry) => dayOf(entry.latest) ?? dayOf(entry.earliest) ?? []);
  if (starts.length === 0) return undefined;
  return {
    starts,
    first: starts.reduce((a, b) => Math.min(a, b)),
    last: ends.concat(starts).reduce((a, b) => Math.max(a, b)),
  };
}

/** Room that the words of an entry want, up to `most`. */
function wanted(entry: TimelineEntry, most: number): number {
  const letters = Math.min(30, entry.who.length) + entry.words.length + 3;
  return Math.min(most, Math.max(60, letters * sizes.letter));
}

/** Words that were shortened take the room that nothing else in their row has taken. */
function stretch(rows: readonly Spot[][], placed: Iterable<Placed>, width: number): void {
  for (const one of placed) {
    if (one.flipped) continue;
    const end = one.label + one.room;
    const next = (rows[one.row] ?? []).reduce(
      (least, spot) => (spot.from >= end && spot.from < least ? spot.from : least),
      width,
    );
    one.room = Math.max(one.room, Math.min(wanted(one.entry, sizes.longest), next - one.label - 12));
  }
}

interface Spot {
  from: number;
  to: number;
}

/** The first row from `least` on in which `spot` touches nothing. */
function freeRow(rows: Spot[][], spot: Spot, least: number): number {
  for (let row = least; ; row++) {
    const taken = (rows[row] ??= []);
    if (!taken.some((other) => spot.from < other.to && other.from < spot.to)) {
      taken.push(spot);
      return row;
    }
  }
}

/** Every dated entry with its place. An entry stands below the earlier one that it differs from, so that the step can be seen. */
export function layout(lanes: readonly Lane[], axis: Axis): Layout {
  const out: Layout = { lanes: [], placed: [], steps: [], height: 0 };
  for (const [index, lane] of lanes.entries()) {
    const rows: Spot[][] = [];
    const here = new Map<string, Placed>();
    const byId = new Map(lane.entries.map((entry) => [entry.uuid, entry]));
    const waiting = new Set<string>();
    const place = (entry: TimelineEntry): Placed => {
      const known = here.get(entry.uuid);
      if (known) return known;
      waiting.add(entry.uuid);
      const before = entry.differs_from_id ? byId.get(entry.differs_from_id) : undefined;
      const earlier =
        before && (here.get(before.uuid) ?? (waiting.has(before.uuid) ? undefined : place(before)));
      const start = dayOf(entry.earliest);
      const end = dayOf(entry.latest);
      const x = start === undefined ? 0 : axis.x(start);
      const to = end === undefined ? axis.width : axis.x(end + 1);
      const span = start === undefined || end === undefined || start !== end;
      const room = wanted(entry, sizes.most);
      const after = x + (span ? 2 : sizes.mark);
      const flipped = after + room > axis.width && x - room > 0;
      const label = flipped ? x - room - 4 : after;
      const spot = {
        from: Math.min(x, label) - 4,
        to: Math.max(span ? to : x + sizes.mark, label + room) + 8,
      };
      const placed: Placed = {
        key: `${index} ${entry.uuid}`,
        entry,
        lane: index,
        row: freeRow(rows, spot, earlier ? earlier.row + 1 : 0),
        x,
        to,
        span,
        openStart: start === undefined,
        openEnd: end === undefined,
        label,
        room,
        flipped,
        top: 0,
      };
      here.set(entry.uuid, placed);
      out.placed.push(placed);
      if (earlier) out.steps.push({ key: placed.key, from: earlier, to: placed });
      return placed;
    };
    for (const entry of lane.entries) place(entry);
    stretch(rows, here.values(), axis.width);
    const height = Math.max(sizes.least, rows.length * sizes.row + 2 * sizes.pad);
    out.lanes.push({ index, lane, top: out.height, height, rows: rows.length });
    for (const placed of here.values()) placed.top = out.height + sizes.pad + placed.row * sizes.row;
    out.height += height;
  }
  return out;
}

/** A part of the drawing, in pixels. */
export interface Sight {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The entries that touch a part of the drawing, and the one with the keyboard. */
export function inSight(all: readonly Placed[], sight: Sight, held: string | null): Placed[] {
  return all.filter(
    (one) =>
      one.key === held ||
      (one.top + sizes.row >= sight.top &&
        one.top <= sight.bottom &&
        Math.max(one.to, one.label + one.room) >= sight.left &&
        Math.min(one.x, one.label) <= sight.right),
  );
}

/** The entry that an arrow key leads to: within a lane by time, between lanes by nearness. */
export function neighbour(all: readonly Placed[], from: Placed, key: string): Placed | undefined {
  const own = all.filter((one) => one.lane === from.lane);
  const order = own.toSorted((a, b) => a.x - b.x || a.row - b.row);
  const at = order.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return order[at + 1];
    case 'ArrowLeft':
      return order[at - 1];
    case 'Home':
      return order[0];
    case 'End':
      return order[order.length - 1];
    case 'ArrowUp':
    case 'ArrowDown': {
      const step = key === 'ArrowDown' ? 1 : -1;
      const lanes = [...new Set(all.map((one) => one.lane))].sort((a, b) => a - b);
      const next = lanes[lanes.indexOf(from.lane) + step];
      const other = all.filter((one) => one.lane === next);
      return other.toSorted((a, b) => Math.abs(a.x - from.x) - Math.abs(b.x - from.x) || a.row - b.row)[0];
    }
    default:
      return undefined;
  }
}
