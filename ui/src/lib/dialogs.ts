// Asking for a file of the desk. Behind an interface, so that a test can answer instead of a person.

export interface SaveWish {
  title: string;
  /** The name offered, with its ending. */
  name: string;
  /** The ending without a dot. */
  extension: string;
}

export interface Dialogs {
  /** The path of the chosen file, or null when nobody chose one. */
  open(title: string): Promise<string | null>;
  /** The paths of all chosen files; none when nobody chose one. */
  openMany(title: string): Promise<string[]>;
  save(wish: SaveWish): Promise<string | null>;
  /** The path of a folder that is there. */
  folder(title: string): Promise<string | null>;
}

interface Answers {
  open?: string | string[] | null;
  save?: string | null;
  folder?: string | null;
}

declare global {
  interface Window {
    __counterclaim_dialogs?: Answers;
  }
}

/** Under automation (the engine says so, a page cannot) prepared answers are taken before a person is asked. */
export function withAnswers(dialogs: Dialogs, automated: boolean): Dialogs {
  if (!automated) return dialogs;
  return {
    open: async (title) => {
      const answer = window.__counterclaim_dialogs?.open;
      if (answer === undefined) return dialogs.open(title);
      return Array.isArray(answer) ? (answer[0] ?? null) : answer;
    },
    openMany: async (title) => {
      const answer = window.__counterclaim_dialogs?.open;
      if (answer === undefined) return dialogs.openMany(title);
      return answer === null ? [] : Array.isArray(answer) ? answer : [answer];
    },
    save: async (wish) => {
      const answer = window.__counterclaim_dialogs?.save;
      return answer === undefined ? dialogs.save(wish) : answer;
    },
    folder: async (title) => {
      const answer = window.__counterclaim_dialogs?.folder;
      return answer === undefined ? dialogs.folder(title) : answer;
    },
  };
}

/** For hosts without a desk: nobody is there to choose. */
export const noDialogs: Dialogs = {
  open: async () => null,
  openMany: async () => [],
  save: async () => null,
  folder: async () => null,
};
