// Characters that show nothing or turn the direction of what follows. They are drawn as marks, so that nobody is misled.
// Tab, line ends and the joiners (U+200C, U+200D) are left alone. The same list as the core's.

const hidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A stretch of text, or the mark of one hidden character. */
export interface Piece {
  text: string;
  mark: boolean;
}

/** "U+202E" */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Cuts a text at its hidden characters; each of these becomes the name of its code point. */
export function pieces(text: string): Piece[] {
  if (text.search(hidden) < 0) return [{ text, mark: false }];
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), mark: false });
    found.push({ text: codePoint(match[0]), mark: true });
    from = match.index + match[0].length;
  }
  if (from < text.length || found.length === 0) found.push({ text: text.slice(from), mark: false });
  return found;
}

/** The same as plain text, for names and options: "[U+202E]gpj.exe". */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `[${codePoint(character)}]`);
}
