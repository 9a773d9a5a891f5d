// Places in a recording, as people write them: 1:02:03.4.

export function clockOf(ms: number): string {
  const tenths = Math.round(ms / 100);
  const seconds = Math.floor(tenths / 10);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  const whole = h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}

/** What was typed as a time, in milliseconds: "62", "1:02.5", "1:02:03". */
export function msOf(typed: string): number | undefined {
  const parts = typed.trim().split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d+([.,]\d+)?$/.test(part))) return undefined;
  const seconds = parts.reduce((all, part) => all * 60 + Number(part.replace(',', '.')), 0);
  return Math.round(seconds * 1000);
}

export function span(from: number, to: number | null): string {
  return to === null ? clockOf(from) : `${clockOf(from)}–${clockOf(to)}`;
}
