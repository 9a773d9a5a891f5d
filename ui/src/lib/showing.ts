// Opening a copied-out file with the system's own program, the folder that it lies in, or the folder of the workspace.

export interface Showing {
  /** Whether there is a desk to open it on. */
  readonly can: boolean;
  file(path: string): Promise<void>;
  folder(path: string): Promise<void>;
  /** The folder of the present workspace. The shell knows it; the path is for tests. */
  workspace(path: string): Promise<void>;
}

declare global {
  interface Window {
    /** Under automation: what was asked to be opened, instead of opening it. */
    __counterclaim_shown?: string[];
  }
}

/** Under automation nothing opens on the desk of whoever runs the tests: it is written down. */
export function withWitness(showing: Showing, automated: boolean): Showing {
  if (!automated) return showing;
  const note = async (path: string): Promise<void> => {
    (window.__counterclaim_shown ??= []).push(path);
  };
  return { can: true, file: note, folder: note, workspace: note };
}

/** For hosts without a desk. */
export const noShowing: Showing = {
  can: false,
  file: async () => undefined,
  folder: async () => undefined,
  workspace: async () => undefined,
};
