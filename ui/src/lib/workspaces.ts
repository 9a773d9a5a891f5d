// The workspaces of this machine: which were open, and going over to another. Behind an interface, so that a test can answer.

/** A workspace that was open. */
export interface RecentWorkspace {
  path: string;
  /** When it was opened last, RFC 3339. */
  opened: string;
  /** Whether it is there now. */
  there: boolean;
}

/** What a folder holds: a workspace, or nothing yet. Anything else is refused. */
export type Holds = 'workspace' | 'nothing';

export interface Workspaces {
  /** Whether this host can show another workspace. */
  readonly can: boolean;
  /** Those that were open last, without the present one. */
  recent(): Promise<RecentWorkspace[]>;
  /** Takes one off that list; its folder is not touched. */
  forget(path: string): Promise<void>;
  look(path: string): Promise<Holds>;
  /** Goes over to it; an empty folder becomes one. `elsewhere`: a window that had it open came forward. */
  open(path: string): Promise<'here' | 'elsewhere'>;
  /** Loads the page anew, on what is open now. */
  restart(): void;
}

/** For hosts with one workspace. */
export const noWorkspaces: Workspaces = {
  can: false,
  recent: async () => [],
  forget: async () => undefined,
  look: async () => 'workspace',
  open: async () => 'elsewhere',
  restart: () => undefined,
};

/** A folder's own name, the last part of its path. */
export function folderOf(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
