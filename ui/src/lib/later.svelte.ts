import { type Component } from 'svelte';
import { type Problem, problemFrom } from './api/problem';

/** A part of the page that is loaded when it is first shown, and kept from then on. */
export class Later<Part extends Component<never>> {
  /** What kept it from being loaded. */
  problem: Problem | undefined = $state.raw(undefined);
  #part: Part | undefined = $state.raw(undefined);
  #loading: Promise<void> | undefined;
  readonly #bring: () => Promise<{ default: Part }>;

  /** With a part that came with the page, nothing has to be loaded. */
  constructor(bring: () => Promise<{ default: Part }>, here?: Part) {
    this.#bring = bring;
    if (!here) return;
    this.#part = here;
    this.#loading = Promise.resolve();
  }

  /** The part, once it is there; whoever asks for it has it loaded. */
  get part(): Part | undefined {
    void this.load();
    return this.#part;
  }

  /** Loads it, once. */
  load(): Promise<void> {
    this.#loading ??= this.#bring().then(
      (brought) => void (this.#part = brought.default),
      (error: unknown) => void (this.problem = problemFrom(error)),
    );
    return this.#loading;
  }
}

/** Loads parts that are not in sight yet, one after the other, when the page has come to rest: a first visit then waits for nothing. */
export function loadAtRest(parts: readonly Later<Component<never>>[], rest = 2000, pause = 200): () => void {
  let timer = setTimeout(next, rest, 0);
  function next(at: number): void {
    void parts[at]?.load().then(() => (timer = setTimeout(next, pause, at + 1)));
  }
  return () => clearTimeout(timer);
}
