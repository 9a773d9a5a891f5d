// Which rows of a long table are drawn: those in sight and a margin around, and those that must stay (the one with the
// keyboard). Heights are measured as rows are drawn; a row not yet drawn counts as usual.

import { type Attachment } from 'svelte/attachments';

export type Part = { kind: 'row'; index: number } | { kind: 'gap'; height: number; key: string };

const MARGIN = 700;
/** How many pixels of rows are added after a picture, and after how many such steps all are. */
const STEP = 500;
const STEPS = 6;
const PAUSE = 30;
/** Up to here every row is drawn. */
export const WHOLE = 60;

export class RowWindow {
  top = $state(0);
  /** Before the area is known: about what the window leaves to it. */
  height = $state(Math.max(300, (globalThis.innerHeight || 900) - 200));
  /** Everything is drawn, for print. */
  all = $state(false);
  /** How far beyond what is in sight rows are drawn by now: the first picture has what is in sight, and the rest comes after it. */
  #reach = $state(typeof requestAnimationFrame === 'undefined' ? Infinity : 0);
  #usual: number;
  // Not reactive on purpose: `#measured` says when a new height counts.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #heights = new Map<string, number>();
  #measured = $state(0);

  constructor(usual = 112) {
    this.#usual = usual;
  }

  /** Follows how an area is scrolled and sized, until what it gives back is called. */
  follow(area: HTMLElement): () => void {
    const look = (): void => {
      this.top = area.scrollTop;
      this.height = area.clientHeight;
    };
    look();
    const reaching = this.#grow();
    area.addEventListener('scroll', look, { passive: true });
    const watcher = new ResizeObserver(look);
    watcher.observe(area);
    return () => {
      reaching();
      area.removeEventListener('scroll', look);
      watcher.disconnect();
    };
  }

  /** After each painted picture a stretch more is drawn, until nothing is left out that need not be. */
  #grow(): () => void {
    let timer = 0;
    let frame = 0;
    const next = (): void => {
      frame = requestAnimationFrame(() => {
        // The picture itself is handed on before the next rows are made.
        timer = window.setTimeout(() => {
          this.#reach = this.#reach >= STEPS * STEP ? Infinity : this.#reach + STEP;
          if (this.#reach !== Infinity) next();
        }, PAUSE);
      });
    };
    if (this.#reach !== Infinity) next();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }

  /** To be attached to a drawn row: remembers how tall it comes out. */
  measured(id: string): Attachment<HTMLElement> {
    return (node) => {
      if (typeof ResizeObserver === 'undefined') return;
      const watcher = new ResizeObserver(() => this.measure(id, node.offsetHeight));
      watcher.observe(node);
      return () => watcher.disconnect();
    };
  }

  /** Remembers how tall a row came out. */
  measure(id: string, height: number): void {
    if (height <= 0 || this.#heights.get(id) === height) return;
    this.#heights.set(id, height);
    this.#measured++;
  }

  parts(ids: readonly string[], keep: readonly string[]): Part[] {
    const whole = ids.length <= WHOLE;
    if (this.all || (whole && this.#reach === Infinity))
      return ids.map((_, index) => ({ kind: 'row', index }));
    void this.#measured;
    const margin = whole ? this.#reach : Math.min(MARGIN, this.#reach);
    const from = this.top - margin;
    const to = this.top + this.height + margin;
    const parts: Part[] = [];
    let y = 0;
    let gap = 0;
    ids.forEach((id, index) => {
      const height = this.#heights.get(id) ?? this.#usual;
      if ((y + height >= from && y <= to) || keep.includes(id)) {
        if (gap > 0) parts.push({ kind: 'gap', height: gap, key: `gap before ${id}` });
        gap = 0;
        parts.push({ kind: 'row', index });
      } else gap += height;
      y += height;
    });
    if (gap > 0) parts.push({ kind: 'gap', height: gap, key: 'gap at the end' });
    return parts;
  }
}
