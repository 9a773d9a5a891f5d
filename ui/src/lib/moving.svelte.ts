import { tick } from 'svelte';
import { type Problem, problemFrom } from './api/problem';
import { type Desk } from './desk.svelte';
import { Resource } from './resource.svelte';
import { t } from './words';
import { type RecentWorkspace } from './workspaces';

/** What a person is asked or told on the way to another workspace. */
export type Step =
  | { kind: 'make'; path: string }
  | { kind: 'elsewhere'; path: string }
  | { kind: 'refused'; path: string; problem: Problem };

/**
 * Going over to another workspace. The folder is looked at first; then every screen is taken away, so that its forms keep
 * what was typed as drafts of the workspace that is left; what is being written ends; then the page is loaded anew.
 */
export class Moving {
  step: Step | null = $state.raw(null);
  /** The screens are away. */
  leaving = $state(false);
  readonly recent = new Resource<RecentWorkspace[]>();
  readonly #desk: Desk;
  #busy = false;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get can(): boolean {
    return this.#desk.workspaces.can;
  }

  /** Reads which were open last. */
  list(): void {
    if (this.can) void this.recent.load(() => this.#desk.workspaces.recent());
  }

  async forget(path: string): Promise<void> {
    await this.#desk.workspaces.forget(path);
    this.list();
  }

  /** Asks a person for a folder. */
  async choose(): Promise<void> {
    const path = await this.#desk.dialogs.folder(t.workspaces.choose);
    if (path !== null) await this.open(path);
  }

  /** Opens the workspace in that folder; an empty one is asked about first. */
  async open(path: string): Promise<void> {
    await this.#once(path, async () => {
      if ((await this.#desk.workspaces.look(path)) === 'nothing') this.step = { kind: 'make', path };
      else await this.#go(path);
    });
  }

  /** Makes a workspace in the folder that was asked about. */
  async make(): Promise<void> {
    const step = this.step;
    if (step?.kind === 'make') await this.#once(step.path, () => this.#go(step.path));
  }

  close(): void {
    this.step = null;
  }

  /** One at a time; a refusal is told, and nothing has changed. */
  async #once(path: string, act: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    this.step = null;
    try {
      await act();
    } catch (error) {
      this.leaving = false;
      this.step = { kind: 'refused', path, problem: problemFrom(error) };
    } finally {
      this.#busy = false;
    }
  }

  async #go(path: string): Promise<void> {
    this.leaving = true;
    await tick();
    await this.#desk.settled();
    if ((await this.#desk.workspaces.open(path)) === 'elsewhere') {
      this.leaving = false;
      this.step = { kind: 'elsewhere', path };
      return;
    }
    await this.#desk.nav.forget();
    this.#desk.workspaces.restart();
  }
}
