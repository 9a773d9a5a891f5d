import { type Problem, problemFrom } from '$lib/api/problem';
import { type Desk } from '$lib/desk.svelte';
import { type BroughtFile } from '$lib/intake';
import { t } from '$lib/words';
import { kindOf, nameOf } from './kinds';

/** A file that came in: by its path on this machine, or with its bytes, as from the clipboard. */
export type Arriving = { name: string; path: string } | { name: string; base64: string };

/** A file that could not be preserved, and why; it can be tried again. */
export interface Failed {
  arriving: Arriving;
  itemId: string | null;
  problem: Problem;
}

export function fromPath(path: string): Arriving {
  return { name: path.split(/[\\/]/).findLast((part) => part !== '') ?? path, path };
}

/** A picture out of the clipboard is called by the web engine what every picture is called: it gets a name of its own. */
export function fromBytes({ name, base64 }: BroughtFile, time: string): Arriving {
  const plain = /^(image|unknown)?(\.[a-z0-9]+)?$/i.exec(name);
  return { name: plain ? `${t.items.pastedPicture(time)}${plain[2] ?? ''}` : name, base64 };
}

/** Files on their way into the workspace, one after the other: onto one item, or each as an item of its own. */
export class Arrivals {
  readonly #desk: Desk;
  /** The file that is being copied; null when none is. */
  now: { done: number; total: number; name: string } | null = $state(null);
  failed: Failed[] = $state.raw([]);
  /** How the last one ended: how many of how many were preserved. */
  ended: { done: number; total: number } | null = $state(null);
  #stop = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get busy(): boolean {
    return this.now !== null;
  }

  /** Takes them in; gives the items that hold them, in order. */
  async take(files: readonly Arriving[], itemId: string | null): Promise<string[]> {
    if (this.busy || files.length === 0) return [];
    this.#stop = false;
    this.ended = null;
    this.failed = [];
    const held: string[] = [];
    let done = 0;
    for (const arriving of files) {
      if (this.#stop) break;
      this.now = { done, total: files.length, name: arriving.name };
      try {
        held.push(await this.#one(arriving, itemId));
        done++;
      } catch (error) {
        this.failed = [...this.failed, { arriving, itemId, problem: problemFrom(error) }];
      }
    }
    this.now = null;
    this.ended = { done, total: files.length };
    return held;
  }

  stop(): void {
    this.#stop = true;
  }

  /** Tries those again that failed. */
  again(): Promise<string[]> {
    const failed = this.failed;
    return this.take(
      failed.map((one) => one.arriving),
      failed[0]?.itemId ?? null,
    );
  }

  forget(): void {
    this.failed = [];
    this.ended = null;
  }

  async #one(arriving: Arriving, itemId: string | null): Promise<string> {
    if (itemId !== null) {
      await this.#attach(arriving, itemId);
      return itemId;
    }
    const { id } = await this.#desk.write('item.add', {
      name: nameOf(arriving.name),
      kind: kindOf(arriving.name),
      reading: 'read',
    });
    try {
      await this.#attach(arriving, id);
    } catch (error) {
      // A file that cannot be read leaves no empty item behind.
      await this.#desk.write('item.trash', { id });
      throw error;
    }
    return id;
  }

  #attach(arriving: Arriving, item_id: string): Promise<unknown> {
    const file =
      'path' in arriving ? { path: arriving.path } : { bytes_base64: arriving.base64, name: arriving.name };
    return this.#desk.write('item.attach', { item_id, ...file });
  }
}
