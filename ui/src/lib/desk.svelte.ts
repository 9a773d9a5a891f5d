import {
  type CommandName,
  type Requests,
  type Responses,
  type UndoState,
  type WorkspaceView,
} from './api/bindings';
import { type Host, type How } from './api/host';
import { type Problem, type ProblemCode, problemFrom } from './api/problem';
import { Commands } from './commands.svelte';
import { type Dialogs } from './dialogs';
import { DeskDrafts, type DraftStore } from './draftStore';
import { type Intake, noIntake } from './intake';
import { Status } from './frame/status.svelte';
import { type Nav } from './nav.svelte';
import { Recent } from './recent.svelte';
import { formOf, holderOf, Resource } from './resource.svelte';
import { noShowing, type Showing } from './showing';
import { Moving } from './moving.svelte';
import { t } from './words';
import { clock } from './words/plain';
import { noWorkspaces, type Workspaces } from './workspaces';

/** How a case is looked at: by a date in the world, and at a position of the history. */
export interface View {
  known_by: string | null;
  as_of: string | null;
}

/** Refusals that a person can answer: they stand at their place, and nothing was lost. */
const refusals: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'bad_request',
  'invalid',
  'not_found',
  'ambiguous',
  'rule',
  'editor_missing',
  'nothing_to_undo',
  'nothing_to_redo',
  'touched_since',
  'published',
  'erased',
  'blocked',
  'house_missing',
  'file_missing',
  'exists',
  'network_off',
  'refused_address',
  'unreachable_page',
  'too_large',
  'too_slow',
  'stopped',
]);

/** A change that did not reach the file: what it was, what happened, and what stood last in the history before it. */
export interface Failed {
  name: CommandName;
  request: Requests[CommandName];
  problem: Problem;
  before: string | null;
}

/** What else a desk stands on; a test leaves it out. */
export interface Surroundings {
  drafts: DraftStore;
  intake: Intake;
  showing: Showing;
  workspaces: Workspaces;
}

/** What every screen shares: the door, the address, what was last saved, and undo. */
export class Desk {
  readonly host: Host;
  readonly dialogs: Dialogs;
  readonly nav: Nav;
  readonly drafts: DraftStore;
  /** What is dropped on the window, or pasted. */
  readonly intake: Intake;
  /** Opens copied-out files. */
  readonly showing: Showing;
  /** The workspaces of this machine. */
  readonly workspaces: Workspaces;
  readonly moving = new Moving(this);
  readonly status = new Status();
  readonly commands = new Commands();
  readonly recent = new Recent();

  /** Counts the changes; screens read again when it moves. */
  revision = $state(0);
  /** The same, without stances: what shows none of them need not be read again after each. */
  structure = $state(0);
  /** Counts the copies that were handed out: only what shows the history or the custody log need be read again. */
  handed = $state(0);
  saving: 'saved' | 'saving' | 'failed' = $state('saved');
  savedAt: string | null = $state(null);
  /** The change that was not saved, until it is, or until a person lets it go. */
  failed: Failed | null = $state.raw(null);
  stepProblem: Problem | undefined = $state.raw(undefined);
  readonly workspace = new Resource<WorkspaceView>();
  readonly steps = new Resource<UndoState>();
  view: View = $state({ known_by: null, as_of: null });
  /** Steps back and forth that were asked for and not yet done. */
  #waiting = $state(0);
  #tail: Promise<void> = Promise.resolve();
  // Not reactive on purpose: nothing is drawn from it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #writes = new Set<Promise<unknown>>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #ahead = new Map<CommandName, { request: string; wrote: number; answer: Promise<unknown> }>();
  /** Counts the changes that were begun or done. */
  #wrotes = 0;

  constructor(host: Host, dialogs: Dialogs, nav: Nav, more: Partial<Surroundings> = {}) {
    this.host = host;
    this.dialogs = dialogs;
    this.drafts = more.drafts ?? new DeskDrafts(host, () => this.readOnly === null);
    this.intake = more.intake ?? noIntake;
    this.showing = more.showing ?? noShowing;
    this.workspaces = more.workspaces ?? noWorkspaces;
    this.nav = nav;
  }

  // What a screen asks on each of its rows is derived: reading the workspace again draws them anew only where it changed.

  /** Why nothing can be written here at all; null when it can. */
  readonly readOnly: string | null = $derived.by(() => {
    const workspace = this.workspace.value;
    if (!workspace || workspace.can_write) return null;
    return workspace.writer
      ? t.frame.writtenBy(workspace.writer.user, workspace.writer.machine)
      : t.frame.openedReadOnly;
  });

  /** Nothing is written into the past, nor where another holds the ledger. */
  readonly editable: boolean = $derived(this.readOnly === null && this.view.as_of === null);

  /** Nobody has said who works here, and this window could write. */
  get needsEditor(): boolean {
    const workspace = this.workspace.value;
    return workspace !== undefined && workspace.can_write && !workspace.editor;
  }

  readonly editor: string | null = $derived(this.workspace.value?.editor ?? null);

  get undoName(): string | null {
    const undo = this.steps.value?.undo;
    return undo ? t.operation(undo.name) : null;
  }

  get redoName(): string | null {
    const redo = this.steps.value?.redo;
    return redo ? t.operation(redo.name) : null;
  }

  /** Whether undo can be asked for; while steps are on their way, one more waits its turn. */
  get canUndo(): boolean {
    return this.editable && (this.undoName !== null || this.#waiting > 0);
  }

  get canRedo(): boolean {
    return this.editable && (this.redoName !== null || this.#waiting > 0);
  }

  /** Reads again what the frame shows: who works here, and what undo would take back. */
  async refresh(): Promise<void> {
    await Promise.all([
      this.workspace.load(() => this.read('workspace.show', {})),
      this.steps.load(() => this.read('history.undo_state', {})),
    ]);
    if (this.workspace.value) this.recent.of(this.workspace.value.name);
  }

  /** Waits until what is being written has ended, and drafts are kept. */
  async settled(): Promise<void> {
    await this.drafts.settled();
    await Promise.allSettled([...this.#writes]);
  }

  read<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]> {
    const asked = this.#ahead.get(name);
    if (asked && !how) {
      this.#ahead.delete(name);
      if (asked.wrote === this.#wrotes && asked.request === JSON.stringify(request))
        return asked.answer as Promise<Responses[K]>;
    }
    return this.host.call(name, request, how);
  }

  /**
   * Asks for what a screen that is about to be drawn will read first, so that the answer is on its way while the old
   * screen goes. The first reading of the same takes it; one that asks for something else, or after a change, does not.
   */
  ahead<K extends CommandName>(name: K, request: Requests[K]): void {
    const answer = this.host.call(name, request);
    // Who takes it hears of a problem; nobody may.
    answer.catch(() => undefined);
    this.#ahead.set(name, { request: JSON.stringify(request), wrote: this.#wrotes, answer });
  }

  /** Writes, says in the footer how it went, and lets every screen read again. */
  async write<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]> {
    this.saving = 'saving';
    this.#wrotes++;
    const before = this.steps.value?.undo?.id ?? null;
    const call = this.host.call(name, request, how);
    this.#writes.add(call);
    try {
      const answer = await call;
      if (this.failed?.name === name) this.failed = null;
      this.#wrote(name);
      return answer;
    } catch (error) {
      const problem = problemFrom(error);
      if (!refusals.has(problem.code)) this.failed = { name, request, problem, before };
      throw problem;
    } finally {
      this.#writes.delete(call);
      if (this.failed) this.saving = 'failed';
      else if (this.#writes.size === 0) this.saving = 'saved';
    }
  }

  #wrote(name: string): void {
    this.savedAt = clock(Date.now());
    this.#wrotes++;
    if (name === 'capture.copy_out') this.handed++;
    else {
      this.revision++;
      if (name !== 'cell.rate') this.structure++;
    }
    void this.refresh();
  }

  /**
   * Tries again what was not saved. A form that is still open is sent again, so that it goes on as after any save;
   * else the same command is given again. Where nobody answered, the history is asked first whether it came through.
   */
  async retry(): Promise<void> {
    const { failed } = this;
    if (!failed || this.#writes.size > 0) return;
    const form = formOf(failed.problem);
    if (form) return form.requestSubmit();
    if (failed.problem.code === 'unreachable' && (await this.#cameThrough(failed))) {
      this.forgetFailed();
      this.#wrote(failed.name);
      this.status.say(t.frame.savedAfterAll);
    } else {
      try {
        await this.write(failed.name, failed.request);
      } catch {
        // The footer says it again.
        return;
      }
      this.status.say(t.frame.savedNow);
    }
    holderOf(failed.problem)?.settle();
  }

  async #cameThrough(failed: Failed): Promise<boolean> {
    await this.refresh();
    const last = this.steps.value?.undo;
    return !!last && last.id !== failed.before && last.name === failed.name;
  }

  /** A person lets go what was not saved; what was typed stays in its form. */
  forgetFailed(): void {
    this.failed = null;
    if (this.saving === 'failed') this.saving = 'saved';
  }

  setKnownBy(date: string): void {
    const known_by = date.trim() === '' ? null : date.trim();
    if (known_by !== this.view.known_by) this.view = { ...this.view, known_by };
  }

  setAsOf(as_of: string | null): void {
    this.view = { ...this.view, as_of };
  }

  /** Back to the present, with everything in view. */
  resetView(): void {
    if (this.view.known_by !== null || this.view.as_of !== null) this.view = { known_by: null, as_of: null };
  }

  undo(): Promise<void> {
    return this.#step('history.undo');
  }

  redo(): Promise<void> {
    return this.#step('history.redo');
  }

  forgetStepProblem(): void {
    if (this.failed?.problem === this.stepProblem) this.forgetFailed();
    this.stepProblem = undefined;
  }

  /** Steps are taken in the order in which they were asked for, after every change that is on its way. */
  #step(name: 'history.undo' | 'history.redo'): Promise<void> {
    if (!this.editable) return Promise.resolve();
    if (this.#waiting === 0) this.stepProblem = undefined;
    this.#waiting++;
    const step = this.#tail.then(() => this.#take(name)).finally(() => this.#waiting--);
    this.#tail = step;
    return step;
  }

  async #take(name: 'history.undo' | 'history.redo'): Promise<void> {
    // A step that was refused ends the row: those after it were asked for as if it had been done.
    if (this.stepProblem) return;
    await Promise.allSettled([...this.#writes]);
    const undoing = name === 'history.undo';
    try {
      const state = await this.read('history.undo_state', {});
      const line = undoing ? state.undo : state.redo;
      if (!line) return this.status.say(undoing ? t.frame.nothingToUndo : t.frame.nothingToRedo);
      await this.write(name, {});
      const what = t.operation(line.name);
      this.status.say(undoing ? t.frame.tookBack(what) : t.frame.didAgain(what));
    } catch (error) {
      this.stepProblem = problemFrom(error);
    }
  }
}
