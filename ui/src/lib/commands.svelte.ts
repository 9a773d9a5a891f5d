import { untrack } from 'svelte';
import { isChord, parseKeys, printKeys, takesText, type KeyPress } from './keys';

/** Something that a person can do: the palette lists it, its keys do it, and menus print these beside it. */
export interface Command {
  /** "case.new": one for each act; a screen that offers the same id as the frame goes before it. */
  id: string;
  /** What it does, as a person says it. */
  words: string;
  /** The heading under which the palette and the list of keys show it. */
  group: string;
  /** "Mod+K", "Alt+ArrowLeft", "g c", "?"; the first is the one printed. */
  keys?: string | readonly string[];
  /** Whether it can be done now; without it, always. */
  enabled?: () => boolean;
  /** Works also while somebody types. */
  inText?: boolean;
  /** Works also while a dialog is open. */
  inDialog?: boolean;
  /** Told by keys and menus alone, not in the palette. */
  hidden?: boolean;
  run: () => unknown;
}

type Offer = readonly Command[] | (() => readonly Command[]);

/** How long the second stroke of a pair may take. */
const patience = 1500;

/** Every command that can be given now. Screens offer theirs while they are in sight. */
export class Commands {
  #offers: readonly Offer[] = $state.raw([]);
  /** The first stroke of a pair, while the second is awaited: as it was pressed. */
  #begun: readonly KeyPress[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds commands, and gives back how to take them away: `$effect(() => desk.commands.offer([...]))`. */
  offer(offer: Offer): () => void {
    untrack(() => (this.#offers = [offer, ...this.#offers]));
    return () => untrack(() => (this.#offers = this.#offers.filter((each) => each !== offer)));
  }

  /** All of them, the newest offer first; of two with the same id the newer. */
  get all(): Command[] {
    const found: Record<string, Command> = {};
    for (const offer of this.#offers)
      for (const command of typeof offer === 'function' ? offer() : offer) found[command.id] ??= command;
    return Object.values(found);
  }

  /** Those that can be done now. */
  get ready(): Command[] {
    return this.all.filter((command) => command.enabled?.() ?? true);
  }

  find(id: string): Command | undefined {
    return this.all.find((command) => command.id === id);
  }

  /** The printed keys of a command: "Ctrl K". */
  keysOf(id: string): string | undefined {
    const keys = strokes(this.find(id))[0];
    return keys === undefined ? undefined : printKeys(keys);
  }

  run(id: string): boolean {
    const command = this.find(id);
    if (!command || !(command.enabled?.() ?? true)) return false;
    void command.run();
    return true;
  }

  /** What a key press on the window does, if anything. */
  keydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    const { target } = event;
    // An open menu takes every key: letters jump to its lines.
    if (target instanceof Element && target.closest('[role="menu"]')) return;
    const typing = takesText(target);
    const inDialog = document.querySelector('dialog[open]') !== null;
    const pressed = [...this.#begun, event];
    let begins = false;
    for (const command of this.all) {
      if ((typing && !command.inText) || (inDialog && !command.inDialog)) continue;
      for (const keys of strokes(command)) {
        const chords = parseKeys(keys);
        if (!pressed.every((press, n) => chords[n] !== undefined && isChord(chords[n], press))) continue;
        if (chords.length > pressed.length) {
          begins = true;
          continue;
        }
        this.#forget();
        if (!(command.enabled?.() ?? true)) continue;
        event.preventDefault();
        void command.run();
        return;
      }
    }
    const waited = this.#begun.length > 0;
    this.#forget();
    if (begins) {
      this.#begun = pressed;
      this.#timer = setTimeout(() => this.#forget(), patience);
    } else if (waited) this.keydown(event);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#begun = [];
  }
}

function strokes(command: Command | undefined): readonly string[] {
  const keys = command?.keys;
  return keys === undefined ? [] : typeof keys === 'string' ? [keys] : keys;
}

function isModifier(key: string): boolean {
  return ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(key);
}
