/** Letters of the first accounts, as many as a row has room for. */
export function letters(count: number, most = 3): string[] {
  return Array.from({ length: Math.min(count, most) }, (_, place) => String.fromCharCode(65 + place));
}
