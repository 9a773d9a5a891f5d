// The door from inside the window. The only file that speaks to the shell.
import { Channel, invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { open, save } from '@tauri-apps/plugin-dialog';
import { type Dialogs } from '../dialogs';
import { type Intake } from '../intake';
import { type Showing } from '../showing';
import { type Workspaces } from '../workspaces';
import { type CommandName, type Progress, type Requests, type Responses } from './bindings';
import { type Host, type How } from './host';
import { problemFrom } from './problem';

export class TauriHost implements Host {
  #jobs = 0;

  async call<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]> {
    const watched = how ? this.#watched(how) : { more: {}, end: () => undefined };
    try {
      return await invoke<Responses[K]>('call', { command: name, payload: request, ...watched.more });
    } catch (error) {
      throw problemFrom(error);
    } finally {
      watched.end();
    }
  }

  /** A number by which the work can be stopped, and a channel on which it tells how far it is. */
  #watched({ progress, signal }: How): { more: Record<string, unknown>; end: () => void } {
    const job = ++this.#jobs;
    const stop = (): void => void invoke('cancel', { job }).catch(() => undefined);
    signal?.addEventListener('abort', stop);
    const channel = progress ? new Channel<Progress>(progress) : undefined;
    return {
      more: { job, progress: channel ?? null },
      end: () => signal?.removeEventListener('abort', stop),
    };
  }
}

export const tauriDialogs: Dialogs = {
  open: async (title) => open({ title, multiple: false, directory: false }),
  openMany: async (title) => (await open({ title, multiple: true, directory: false })) ?? [],
  save: async (wish) =>
    save({
      title: wish.title,
      defaultPath: wish.name,
      filters: [{ name: wish.extension.toUpperCase(), extensions: [wish.extension] }],
    }),
  folder: async (title) => open({ title, multiple: false, directory: true }),
};

/** Hears what the shell tells until it is called; where hearing fails, nothing comes. */
function hearing(begin: () => Promise<() => void>): () => void {
  const stop = begin().catch(() => () => undefined);
  return () => void stop.then((quiet) => quiet());
}

/** Files dropped on the window, by path. */
export const tauriIntake: Intake = {
  hear: ({ over, brought }) =>
    hearing(() =>
      getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'enter' || payload.type === 'over') over?.(true);
        else over?.(false);
        if (payload.type === 'drop' && payload.paths.length > 0)
          brought({ kind: 'paths', paths: payload.paths });
      }),
    ),
};

async function asked<T = void>(command: string, words: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, words);
  } catch (error) {
    throw problemFrom(error);
  }
}

export const tauriShowing: Showing = {
  can: true,
  file: (path) => asked('show_file', { path }),
  folder: (path) => asked('show_folder', { path }),
  workspace: () => asked('show_workspace'),
};

export const tauriWorkspaces: Workspaces = {
  can: true,
  recent: () => asked('recent_workspaces'),
  forget: (path) => asked('forget_workspace', { path }),
  look: (path) => asked('look_at_folder', { path }),
  open: (path) => asked('open_workspace', { path }),
  restart: () => location.reload(),
};

/** Addresses that a second start names. */
export function hearAddresses(open: (address: string) => void): () => void {
  return hearing(() => listen<string>('open-address', (event) => open(event.payload)));
}

export function insideTauri(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
