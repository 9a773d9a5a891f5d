import { type Progress } from './api/bindings';
import { type How } from './api/host';

/** One piece of long work: how far it is, and a way to stop it. */
export class Work {
  progress: Progress | undefined = $state.raw(undefined);
  running = $state(false);
  /** Stop was asked for; the work ends at its next step. */
  stopping = $state(false);
  #stop: AbortController | undefined;

  /** Runs it; what it gives to the call tells how far it is, and stops it. */
  async run<T>(work: (how: How) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    this.#stop = stop;
    this.running = true;
    this.stopping = false;
    this.progress = undefined;
    try {
      return await work({
        signal: stop.signal,
        progress: (progress) => {
          if (this.#stop === stop) this.progress = progress;
        },
      });
    } finally {
      if (this.#stop === stop) {
        this.running = false;
        this.stopping = false;
        this.progress = undefined;
      }
    }
  }

  stop(): void {
    this.stopping = this.running;
    this.#stop?.abort();
  }
}
