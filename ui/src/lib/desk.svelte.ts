import { type CommandName, type Requests, type Responses } from './api/bindings';
import { type Host } from './api/host';
import { type Problem, problemFrom } from './api/problem';
import { type Dialogs } from './dialogs';
import { Status } from './frame/status.svelte';
import { type Nav } from './nav.svelte';
import { clock } from './words/plain';

/** How a case is looked at: by a date in the world, and at a position of the history. */
export interface View {
  known_by: string | null;
  as_of: string | null;
}

/** What every screen shares: the door, the address, what was last saved, and undo. */
export class Desk {
  readonly host: Host;
  readonly dialogs: Dialogs;
  readonly nav: Nav;
  readonly status = new Status();

  /** Counts the changes; screens read again when it moves. */
  revision = $state(0);
  saving: 'saved' | 'saving' | 'failed' = $state('saved');
  savedAt: string | null = $state(null);
  undoName: string | null = $state(null);
  redoName: string | null = $state(null);
  stepProblem: Problem | undefined = $state.raw(undefined);
  readOnly: string | null = $state(null);
  view: View = $state({ known_by: null, as_of: null });
  #writes = 0;

  constructor(host: Host, dialogs: Dialogs, nav: Nav) {
    this.host = host;
    this.dialogs = dialogs;
    this.nav = nav;
  }

  /** Nothing is written into the past, nor where another holds the ledger. */
  get editable(): boolean {
    return this.readOnly === null && this.view.as_of === null;
  }

  read<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]> {
    return this.host.call(name, request);
  }

  /** Writes, says in the footer how it went, and lets every screen read again. */
  async write<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]> {
    this.#writes++;
    this.saving = 'saving';
    let failed = false;
    try {
      const answer = await this.host.call(name, request);
      this.savedAt = clock(Date.now());
      this.revision++;
      return answer;
    } catch (error) {
      failed = true;
      throw problemFrom(error);
    } finally {
      this.#writes--;
      if (failed) this.saving = 'failed';
      else if (this.#writes === 0) this.saving = 'saved';
    }
  }

  setKnownBy(date: string): void {
    const known_by = date.trim() === '' ? null : date.trim();
    if (known_by !== this.view.known_by) this.view = { ...this.view, known_by };
  }

  setAsOf(as_of: string | null): void {
    this.view = { ...this.view, as_of };
  }

  undo(): Promise<void> {
    return this.#step('undo');
  }

  redo(): Promise<void> {
    return this.#step('redo');
  }

  forgetStepProblem(): void {
    this.stepProblem = undefined;
    if (this.saving === 'failed') this.saving = 'saved';
  }

  async #step(name: 'undo' | 'redo'): Promise<void> {
    if (!this.editable || this.#writes > 0) return;
    this.stepProblem = undefined;
    try {
      await this.write(name, {});
    } catch (error) {
      this.stepProblem = problemFrom(error);
    }
  }
}
