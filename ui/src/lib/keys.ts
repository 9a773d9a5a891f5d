// The keys of commands: written once ("Mod+Shift+Z", "g c", "?"), read, matched and printed here alone.
// Mod is Ctrl, and Cmd on a Mac. Two strokes parted by a space are pressed one after the other.

export interface Chord {
  key: string;
  mod: boolean;
  shift: boolean;
  alt: boolean;
}

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** "Mod+Shift+Z" as chords, one for each stroke. */
export function parseKeys(keys: string): Chord[] {
  return keys.split(' ').map((stroke) => {
    const plus = stroke.endsWith('++') || stroke === '+';
    const parts = plus ? [...stroke.slice(0, -1).split('+').filter(Boolean), '+'] : stroke.split('+');
    const key = parts.pop() ?? '';
    return {
      key: key.toLowerCase(),
      mod: parts.includes('Mod'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    };
  });
}

/** The letter that was meant: on a keyboard with other letters (Cyrillic, Arabic, Greek) the one at that place. */
function meant(press: KeyPress): string {
  const key = press.key.toLowerCase();
  if (key.length === 1 && key > '\u007f') {
    const place = /^Key([A-Z])$/.exec(press.code)?.[1];
    if (place) return place.toLowerCase();
  }
  return key;
}

/** Whether a key press is this stroke. A sign such as "?" is taken however the keyboard makes it. */
export function isChord(chord: Chord, press: KeyPress): boolean {
  const sign = chord.key.length === 1 && !/[a-z0-9]/.test(chord.key);
  return (
    meant(press) === chord.key &&
    (press.ctrlKey || press.metaKey) === chord.mod &&
    press.altKey === chord.alt &&
    (sign || press.shiftKey === chord.shift)
  );
}

/** Whether a place takes text: there the plain keys are its own. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  );
}

const names: Record<string, string> = {
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  ' ': 'Space',
};

export const onMac: boolean = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** The keys as they are printed beside a command: "Ctrl Shift Z", on a Mac "⌘ ⇧ Z". */
export function printKeys(keys: string, mac: boolean = onMac): string {
  return parseKeys(keys)
    .map((chord) => {
      const key = names[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : capital(chord.key));
      return [
        chord.mod ? (mac ? '⌘' : 'Ctrl') : '',
        chord.alt ? (mac ? '⌥' : 'Alt') : '',
        chord.shift ? (mac ? '⇧' : 'Shift') : '',
        key,
      ]
        .filter(Boolean)
        .join(' ');
    })
    .join(', ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
