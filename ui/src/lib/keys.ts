// Keys that belong to the whole window. Text fields keep their own undo.

export type WindowKey = 'undo' | 'redo';

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  );
}

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  target: EventTarget | null;
}

/** What a key press means for the window, if anything. */
export function windowKey(
  press: KeyPress,
  inText: (target: EventTarget | null) => boolean = takesText,
): WindowKey | undefined {
  if (!(press.ctrlKey || press.metaKey) || press.altKey || inText(press.target)) return undefined;
  const key = press.key.toLowerCase();
  if (key === 'z') return press.shiftKey ? 'redo' : 'undo';
  if (key === 'y' && !press.shiftKey) return 'redo';
  return undefined;
}
