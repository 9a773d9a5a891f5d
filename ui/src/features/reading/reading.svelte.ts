import { SvelteMap } from 'svelte/reactivity';
import { type Capture, type Excerpt } from '$lib/api/bindings';
import { type Box } from './marks';

/** What a person has picked out on a sheet and may make an excerpt of. */
export interface Picked {
  kind: 'text' | 'region' | 'time';
  /** The words; empty for a region or a time span, which somebody has to describe. */
  quote: string;
  prefix: string | null;
  suffix: string | null;
  page_number: number | null;
  /** As it is printed on the page. */
  page_label?: string | null;
  region: string | null;
  from_ms: number | null;
  to_ms: number | null;
  language: string | null;
  /** Where it stands in the window, for the bar beside it. */
  at: Box | null;
}

/** How an excerpt was found on the sheet: the score is 1 where its very words stand there. */
export interface Found {
  state: 'there' | 'near' | 'lost';
  score: number;
}

/** What a sheet can do for the tools above it. */
export interface SheetHand {
  readonly zooms: boolean;
  readonly finds: boolean;
  /** Looks the words up; tells how many places there are. */
  find(words: string): Promise<number> | number;
  showHit(n: number): void;
  /** Brings an excerpt into sight; false where it is not there. */
  showExcerpt(excerpt: Excerpt): Promise<boolean> | boolean;
  showPage?(n: number): void;
  turn?(): void;
  /** Picks out something by keys: the first words in sight, a region in the middle, the present moment. */
  pick?(): void;
  /** What was picked out is let go. */
  drop(): void;
}

/** How large a page can be drawn, in hundredths. */
export const zooms = [25, 33, 50, 67, 80, 100, 125, 150, 200, 300, 400, 600, 800];

/** One preserved copy that is open to be read. */
export class Reading {
  readonly capture: Capture;
  picked: Picked | null = $state.raw(null);
  /** The excerpt that was asked for last. */
  current: string | null = $state(null);
  readonly found = new SvelteMap<string, Found>();
  zoom = $state(100);
  /** How many places were found; -1 while they are being looked for. */
  hits = $state(0);
  hit = $state(0);
  words = $state('');
  page = $state(0);
  pages = $state(0);
  hand: SheetHand | null = $state.raw(null);
  /** The sheet has been drawn. */
  ready = $state(false);
  #turn = 0;

  constructor(capture: Capture) {
    this.capture = capture;
    const kept = remembered(capture.uuid);
    if (kept) this.zoom = kept.zoom;
  }

  enlarge(by: 1 | -1): void {
    const next = by > 0 ? zooms.find((z) => z > this.zoom) : zooms.findLast((z) => z < this.zoom);
    if (next !== undefined) this.zoom = next;
  }

  async find(words: string): Promise<void> {
    this.words = words;
    const turn = ++this.#turn;
    this.hit = 0;
    this.hits = words.trim() === '' ? 0 : -1;
    const hits = words.trim() === '' ? 0 : await this.hand?.find(words);
    if (turn !== this.#turn) return;
    this.hits = hits ?? 0;
    this.hit = 0;
    if (this.hits > 0) this.step(1);
    else this.hand?.showHit(-1);
  }

  step(by: 1 | -1): void {
    if (this.hits <= 0) return;
    this.hit = ((this.hit - 1 + by + this.hits) % this.hits) + 1;
    this.hand?.showHit(this.hit - 1);
  }
}

/** Where one was in a copy: how far down, from 0 to 1, and how large. */
export interface Bookmark {
  far: number;
  zoom: number;
}

const key = 'counterclaim.reading';
const most = 200;

function all(): Record<string, Bookmark> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, Bookmark>) : {};
  } catch {
    return {};
  }
}

export function remembered(captureId: string): Bookmark | undefined {
  const one = all()[captureId];
  return one && Number.isFinite(one.far) && Number.isFinite(one.zoom) ? one : undefined;
}

/** The place read last is kept for this window, not in the ledger. */
export function remember(captureId: string, bookmark: Bookmark): void {
  const others = Object.entries(all()).filter(([id]) => id !== captureId);
  const rows = [...others, [captureId, bookmark] as const].slice(-most);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(rows)));
  } catch {
    // A window that keeps nothing reads from the beginning.
  }
}
