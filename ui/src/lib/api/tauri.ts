// The door from inside the window. The only file that speaks to the shell.
import { invoke } from '@tauri-apps/api/core';
import { open, save } from '@tauri-apps/plugin-dialog';
import { type Dialogs } from '../dialogs';
import { type CommandName, type Requests, type Responses } from './bindings';
import { type Host } from './host';
import { problemFrom } from './problem';

export class TauriHost implements Host {
  async call<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]> {
    try {
      return await invoke<Responses[K]>('call', { command: name, payload: request });
    } catch (error) {
      throw problemFrom(error);
    }
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

export function insideTauri(): boolean {
  return '__TAURI_INTERNALS__' in window;
}
