import { type Excerpt } from '$lib/api/bindings';
import { moved, type Span, unitAt } from './caret';
import { type Mark } from './marks';
import { type Reading, type SheetHand } from './reading.svelte';
import { type Words } from './words.svelte';

export interface Numbered {
  excerpt: Excerpt;
  n: number;
}

/** Where the words are drawn. */
export interface Surface {
  scroller: () => HTMLElement | undefined;
  /** What the marks lie on; its corner is theirs. */
  sheet: () => HTMLElement | undefined;
  selection: () => Selection | null;
  /** From the places that the drawn words tell to those of the window: a frame has places of its own. */
  shift: () => { x: number; y: number };
}

/** The nearest element that says in which language its words are. */
export function languageOf(node: Node): string | null {
  const element = node instanceof Element || !node.parentElement ? null : node.parentElement;
  const lang = (element ?? (node as Element)).closest?.('[lang]')?.getAttribute('lang')?.trim() ?? '';
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(lang) ? lang : null;
}

/** A sheet of one piece of words: a text, or a page. */
export class OneSheet implements SheetHand {
  readonly zooms = true;
  readonly finds = true;
  words: Words | undefined = $state.raw(undefined);
  marks: readonly Mark[] = $state.raw([]);
  readonly #reading: Reading;
  readonly #surface: Surface;
  readonly #excerpts: () => readonly Numbered[];
  /** What was picked out by keys. */
  #caret: Span | undefined;

  constructor(reading: Reading, surface: Surface, excerpts: () => readonly Numbered[]) {
    this.#reading = reading;
    this.#surface = surface;
    this.#excerpts = excerpts;
  }

  /** The words have been drawn. */
  take(words: Words): void {
    this.words = words;
    this.look();
  }

  /** Looks the excerpts up, and draws all marks. */
  look(): void {
    const { words } = this;
    if (!words) return;
    for (const { excerpt } of this.#excerpts()) this.#reading.found.set(excerpt.uuid, words.place(excerpt));
    this.draw();
  }

  draw(): void {
    const corner = this.#corner();
    if (!this.words || !corner) return;
    const { current, hit } = this.#reading;
    this.marks = this.words.marks(this.#excerpts(), corner, { excerpt: current, hit: hit - 1 });
  }

  find(words: string): number {
    const found = this.words?.find(words) ?? 0;
    this.draw();
    return found;
  }

  showHit(n: number): void {
    this.draw();
    const range = this.words?.rangeOfHit(n);
    if (range) this.#show(range);
  }

  showExcerpt(excerpt: Excerpt): boolean {
    this.words?.place(excerpt);
    this.draw();
    const range = this.words?.rangeOfExcerpt(excerpt.uuid);
    if (range) this.#show(range);
    return range !== undefined;
  }

  pick(): void {
    const { words } = this;
    if (!words) return;
    const hit = words.hits[this.#reading.hit - 1];
    this.#caret = hit ?? unitAt(words.leaf.text, this.#firstInSight(), 'word');
    this.#select();
  }

  /** Moves what was picked out by keys; true where the key was meant for it. */
  key(event: KeyboardEvent): boolean {
    if (!this.words || !this.#caret) return false;
    const node = this.words.range(this.#caret)?.startContainer.parentElement;
    const mirrored = node !== null && node !== undefined && getComputedStyle(node).direction === 'rtl';
    const next = moved(this.words.leaf.text, this.#caret, event, mirrored);
    if (!next) return false;
    this.#caret = next;
    this.#select();
    return true;
  }

  drop(): void {
    this.#caret = undefined;
    this.#surface.selection()?.removeAllRanges();
    if (this.#reading.picked?.kind === 'text') this.#reading.picked = null;
  }

  /** Reads what is selected on the sheet. */
  heard(): void {
    const { words } = this;
    const selection = this.#surface.selection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (!words || !range || range.collapsed || !words.leaf.root.contains(range.commonAncestorContainer)) {
      if (this.#reading.picked?.kind === 'text' && !this.#elsewhere()) this.#reading.picked = null;
      return;
    }
    const span = words.trimmed(words.spanOf(range));
    const found = words.picked(span, languageOf(range.startContainer));
    if (!found) return;
    const { x, y } = this.#surface.shift();
    const rects = [...range.getClientRects()];
    const last = rects.at(-1);
    const at = last ? { x: last.left + x, y: last.top + y, w: last.width, h: last.height } : null;
    this.#reading.picked = { ...found, page_number: null, at };
  }

  /** A field of a form holds the selection now: what was picked out stays. */
  #elsewhere(): boolean {
    return document.activeElement?.matches('input, textarea, select, button, a') ?? false;
  }

  #select(): void {
    const range = this.#caret && this.words?.range(this.#caret);
    const selection = this.#surface.selection();
    if (!range || !selection) return;
    selection.removeAllRanges();
    selection.addRange(range);
    this.#show(range, true);
    this.heard();
  }

  #corner(): { x: number; y: number } | undefined {
    const sheet = this.#surface.sheet();
    if (!sheet) return undefined;
    const rect = sheet.getBoundingClientRect();
    const { x, y } = this.#surface.shift();
    return { x: rect.left - x, y: rect.top - y };
  }

  /** Brings a range into sight; one that is there already stays where it is, if that is enough. */
  #show(range: Range, near = false): void {
    const scroller = this.#surface.scroller();
    if (!scroller) return;
    const rect = range.getBoundingClientRect();
    const { x, y } = this.#surface.shift();
    const view = scroller.getBoundingClientRect();
    const top = rect.top + y - view.top;
    const left = rect.left + x - view.left;
    if (!near || top < 8 || top + rect.height > view.height - 8) scroller.scrollTop += top - view.height / 3;
    if (left < 0 || left + Math.min(rect.width, view.width) > view.width) scroller.scrollLeft += left - 40;
  }

  #firstInSight(): number {
    const { words } = this;
    const view = this.#surface.scroller()?.getBoundingClientRect();
    if (!words || !view) return 0;
    const { y } = this.#surface.shift();
    const { nodes, starts } = words.leaf;
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = nodes[middle]?.parentElement?.getBoundingClientRect();
      if (box && box.bottom + y < view.top + 4) low = middle + 1;
      else high = middle;
    }
    return starts[low] ?? 0;
  }
}
