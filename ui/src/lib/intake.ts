// What comes in by hand: files dropped on the window, and files, pictures, addresses and text from the clipboard.
// Behind an interface, so that a test can bring something instead of a person.

/** A file whose bytes came along, for example a picture from the clipboard. */
export interface BroughtFile {
  name: string;
  type: string;
  base64: string;
}

export type Brought =
  /** Files of the desk, by path. */
  | { kind: 'paths'; paths: string[] }
  /** Files that have no path. */
  | { kind: 'files'; files: BroughtFile[] }
  /** Words; with the address, where they are one. */
  | { kind: 'text'; text: string; url: string | null };

export interface Hearing {
  /** Something is held over the window, or no longer. */
  over?: (over: boolean) => void;
  brought: (what: Brought) => void;
}

export interface Intake {
  /** Hears until what it gives back is called. */
  hear(hearing: Hearing): () => void;
}

/** What a screen under automation takes as brought: `dispatchEvent(new CustomEvent('counterclaim:bring', { detail }))`. */
const bring = 'counterclaim:bring';

/** Drops that the page itself sees, and pastes; `more` adds what only the desk knows. */
export function pageIntake(automated: boolean, more?: Intake): Intake {
  return {
    hear: (hearing) => {
      const stop = new AbortController();
      const { signal } = stop;
      const take = async (data: DataTransfer | null): Promise<void> => {
        const what = data ? await broughtBy(data) : undefined;
        if (what && !signal.aborted) hearing.brought(what);
      };
      addEventListener(
        'paste',
        (event) => {
          if (event.defaultPrevented || takesPaste(event.target) || document.querySelector('dialog[open]'))
            return;
          void take(event.clipboardData);
        },
        { signal },
      );
      if (!more) {
        addEventListener(
          'dragover',
          (event) => {
            if (!holdsFiles(event.dataTransfer)) return;
            event.preventDefault();
            hearing.over?.(true);
          },
          { signal },
        );
        addEventListener('dragleave', (event) => event.relatedTarget === null && hearing.over?.(false), {
          signal,
        });
        addEventListener(
          'drop',
          (event) => {
            if (!holdsFiles(event.dataTransfer)) return;
            event.preventDefault();
            hearing.over?.(false);
            void take(event.dataTransfer);
          },
          { signal },
        );
      }
      if (automated)
        addEventListener(bring, (event) => hearing.brought((event as CustomEvent<Brought>).detail), {
          signal,
        });
      const quiet = more?.hear(hearing);
      return () => {
        stop.abort();
        quiet?.();
      };
    },
  };
}

/** For unit tests: nothing comes. */
export const noIntake: Intake = { hear: () => () => undefined };

/** Text fields paste for themselves. */
function takesPaste(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

function holdsFiles(data: DataTransfer | null): boolean {
  return data !== null && (data.types.includes('Files') || data.types.includes('text/uri-list'));
}

async function broughtBy(data: DataTransfer): Promise<Brought | undefined> {
  // Read at once: after the event the data is gone.
  const files = [...data.files];
  const address = data
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find((line) => line !== '' && !line.startsWith('#'));
  const text = data.getData('text/plain');
  if (files.length > 0) return { kind: 'files', files: await Promise.all(files.map(carried)) };
  const words = text || (address ?? '');
  if (words.trim() === '') return undefined;
  return { kind: 'text', text: words, url: addressIn(address ?? words) };
}

/** The address, where the words are one and nothing else. */
export function addressIn(words: string): string | null {
  const word = words.trim();
  if (/\s/.test(word)) return null;
  try {
    const url = new URL(word);
    return url.protocol === 'https:' || url.protocol === 'http:' ? word : null;
  } catch {
    return null;
  }
}

async function carried(file: File): Promise<BroughtFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In parts: one call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { name: file.name, type: file.type, base64: btoa(binary) };
}
