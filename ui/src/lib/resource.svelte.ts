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

/** Which act met a problem; it holds what was typed. */
const holders = new WeakMap<Problem, Act>();

export function holderOf(problem: Problem): Act | undefined {
  return holders.get(problem);
}

/** The form in which a problem is shown: sent again, it goes on as after any save. */
const forms = new WeakMap<Problem, HTMLFormElement>();

export function shownIn(problem: Problem, form: HTMLFormElement): void {
  forms.set(problem, form);
}

export function formOf(problem: Problem): HTMLFormElement | undefined {
  const form = forms.get(problem);
  return form?.isConnected ? form : undefined;
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
      holders.set(this.problem, this);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What it could not do was done from elsewhere: nothing is left to say or to keep. */
  settle(): void {
    this.problem = undefined;
    this.draft?.drop();
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
