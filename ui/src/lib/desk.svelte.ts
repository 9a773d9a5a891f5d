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
import { Resource } from './resource.svelte';
import { noShowing, type Showing } from './showing';
import { t } from './words';
import { clock } from './words/plain';

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
  'stopped',
]);

/** What else a desk stands on; a test leaves it out. */
export interface Surroundings {
  drafts: DraftStore;
  intake: Intake;
  showing: Showing;
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
  readonly status = new Status();
  readonly commands = new Commands();
  readonly recent = new Recent();

  /** Counts the changes; screens read again when it moves. */
  revision = $state(0);
  /** The same, without stances: what shows none of them need not be read again after each. */
  structure = $state(0);
  saving: 'saved' | 'saving' | 'failed' = $state('saved');
  savedAt: string | null = $state(null);
  stepProblem: Problem | undefined = $state.raw(undefined);
  readonly workspace = new Resource<WorkspaceView>();
  readonly steps = new Resource<UndoState>();
  view: View = $state({ known_by: null, as_of: null });
  #writes = 0;

  constructor(host: Host, dialogs: Dialogs, nav: Nav, more: Partial<Surroundings> = {}) {
    this.host = host;
    this.dialogs = dialogs;
    this.drafts = more.drafts ?? new DeskDrafts(host, () => this.readOnly === null);
    this.intake = more.intake ?? noIntake;
    this.showing = more.showing ?? noShowing;
    this.nav = nav;
  }

  /** Why nothing can be written here at all; null when it can. */
  get readOnly(): string | null {
    const workspace = this.workspace.value;
    if (!workspace || workspace.can_write) return null;
    return workspace.writer
      ? t.frame.writtenBy(workspace.writer.user, workspace.writer.machine)
      : t.frame.openedReadOnly;
  }

  /** Nothing is written into the past, nor where another holds the ledger. */
  get editable(): boolean {
    return this.readOnly === null && this.view.as_of === null;
  }

  /** Nobody has said who works here, and this window could write. */
  get needsEditor(): boolean {
    const workspace = this.workspace.value;
    return workspace !== undefined && workspace.can_write && !workspace.editor;
  }

  get editor(): string | null {
    return this.workspace.value?.editor ?? null;
  }

  get undoName(): string | null {
    const undo = this.steps.value?.undo;
    return undo ? t.operation(undo.name) : null;
  }

  get redoName(): string | null {
    const redo = this.steps.value?.redo;
    return redo ? t.operation(redo.name) : null;
  }

  /** Reads again what the frame shows: who works here, and what undo would take back. */
  async refresh(): Promise<void> {
    await Promise.all([
      this.workspace.load(() => this.read('workspace.show', {})),
      this.steps.load(() => this.read('history.undo_state', {})),
    ]);
    if (this.workspace.value) this.recent.of(this.workspace.value.name);
  }

  read<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]> {
    return this.host.call(name, request, how);
  }

  /** Writes, says in the footer how it went, and lets every screen read again. */
  async write<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]> {
    this.#writes++;
    this.saving = 'saving';
    let failed = false;
    try {
      const answer = await this.host.call(name, request, how);
      this.savedAt = clock(Date.now());
      this.revision++;
      if (name !== 'cell.rate') this.structure++;
      void this.refresh();
      return answer;
    } catch (error) {
      const problem = problemFrom(error);
      failed = !refusals.has(problem.code);
      throw problem;
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
    this.stepProblem = undefined;
    if (this.saving === 'failed') this.saving = 'saved';
  }

  async #step(name: 'history.undo' | 'history.redo'): Promise<void> {
    if (!this.editable || this.#writes > 0) return;
    this.stepProblem = undefined;
    try {
      await this.write(name, {});
    } catch (error) {
      this.stepProblem = problemFrom(error);
    }
  }
}
