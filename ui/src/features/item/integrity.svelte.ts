import { SvelteMap } from 'svelte/reactivity';
import { type Desk } from '$lib/desk.svelte';

/** Whether a preserved file is as it was taken in. Nothing is said of a file that was not hashed again today. */
export type FileState = 'unchecked' | 'intact' | 'changed' | 'missing';

const order: readonly FileState[] = ['missing', 'changed', 'unchecked', 'intact'];

function stateOf(word: string): FileState {
  return word === 'intact' || word === 'missing' ? word : 'changed';
}

/** What is known of the preserved files since the window was opened. A file is hashed again only when asked. */
export class Integrity {
  readonly #desk: Desk;
  readonly #states = new SvelteMap<string, FileState>();
  readonly paths = new SvelteMap<string, string>();
  /** A check of many: how far it is; null when none runs. */
  run: { done: number; total: number } | null = $state(null);
  #stop = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  of(captureId: string): FileState {
    return this.#states.get(captureId) ?? 'unchecked';
  }

  /** The worst of several; undefined where there is none. */
  worst(captureIds: readonly string[]): FileState | undefined {
    const states = captureIds.map((id) => this.of(id));
    return order.find((state) => states.includes(state));
  }

  /** It was read whole just now, and hashed on the way. */
  saw(captureId: string, state: FileState): void {
    this.#states.set(captureId, state);
  }

  async check(captureId: string): Promise<FileState> {
    const found = await this.#desk.read('capture.check', { id: captureId });
    const state = stateOf(found.state);
    this.#states.set(captureId, state);
    this.paths.set(captureId, found.path);
    return state;
  }

  /** Hashes a few files again, without a word on how far it is. */
  async checkEach(captureIds: readonly string[]): Promise<void> {
    for (const id of captureIds) await this.check(id);
  }

  /** Hashes many files again, one after the other, until all are done or somebody stops it. */
  async checkAll(captureIds: readonly string[]): Promise<void> {
    if (this.run) return;
    this.#stop = false;
    this.run = { done: 0, total: captureIds.length };
    try {
      for (const id of captureIds) {
        if (this.#stop) break;
        await this.check(id);
        this.run = { done: this.run.done + 1, total: captureIds.length };
      }
    } finally {
      this.run = null;
    }
  }

  stop(): void {
    this.#stop = true;
  }
}

const known = new WeakMap<Desk, Integrity>();

/** The one of this window. */
export function integrityOf(desk: Desk): Integrity {
  let one = known.get(desk);
  if (!one) known.set(desk, (one = new Integrity(desk)));
  return one;
}
