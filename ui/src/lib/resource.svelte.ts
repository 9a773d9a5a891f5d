import { Problem, problemFrom } from './api/problem';

/** Something read from the door: the last good answer stays in sight while a newer one is fetched. */
export class Resource<T> {
  value: T | undefined = $state.raw(undefined);
  problem: Problem | undefined = $state.raw(undefined);
  loading = $state(false);
  #turn = 0;

  /** Only the newest request counts; an older answer that comes late is dropped. */
  async load(read: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      const value = await read();
      if (turn !== this.#turn) return;
      this.value = value;
      this.problem = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.problem = problemFrom(error);
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }

  clear(): void {
    this.#turn++;
    this.value = undefined;
    this.problem = undefined;
    this.loading = false;
  }
}

/** What a form's end says of the draft that came back. */
export interface DraftNote {
  /** When it was kept; null when none came back. */
  readonly restored: string | null;
  discard(): void;
  drop(): void;
}

/** One act of a form: busy while it runs, and the problem when it was refused. What was typed is not touched. */
export class Act {
  busy = $state(false);
  problem: Problem | undefined = $state.raw(undefined);
  /** What was typed into the form, kept until the act is done. */
  draft: DraftNote | undefined = $state.raw(undefined);

  /** True when it was done. A second call while the first runs does nothing. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = undefined;
    try {
      await act();
      this.draft?.drop();
      return true;
    } catch (error) {
      this.problem = problemFrom(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Says itself what is missing, where a choice has no value that could be sent. */
  refuse(field: string, message: string): void {
    this.problem = new Problem({ code: 'invalid', message, hint: null, field, params: {} });
  }

  /** The message for one field, if the problem is about it. */
  at(field: string): string | undefined {
    return this.problem?.field === field ? this.problem.message : undefined;
  }
}
