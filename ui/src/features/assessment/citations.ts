/** A piece of a rationale: text, or a citation of a record by its id. */
export interface Piece {
  text: string;
  cites?: string;
}

const citation = /\[@([0-9a-f-]{36})\]/gi;

/** Cuts a text at its citations. Nothing is lost: a text without any is one piece. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(citation)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: match[0], cites: (match[1] ?? '').toLowerCase() });
    from = match.index + match[0].length;
  }
  if (from < text.length || found.length === 0) found.push({ text: text.slice(from) });
  return found;
}
