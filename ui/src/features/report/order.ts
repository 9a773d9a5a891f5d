// The order in which the sections of a report stand, and which of them it has.
import { type Section } from '$lib/api/bindings';
import { moved } from '$features/scale/labels';

/** The annex ends the report, wherever else one would put it. */
export const annex: Section = 'integrity';

export interface SectionLine {
  section: Section;
  on: boolean;
}

/** Every section once, the annex last. */
export function usual(all: readonly Section[]): SectionLine[] {
  const rest = all.filter((section) => section !== annex);
  return [...rest, annex].map((section) => ({ section, on: true }));
}

/** The sections that the report has, in their order. */
export function chosen(lines: readonly SectionLine[]): Section[] {
  return lines.filter((line) => line.on).map((line) => line.section);
}

/** A line can move where another that is no annex stands. */
export function canMove(lines: readonly SectionLine[], at: number, by: -1 | 1): boolean {
  const [line, other] = [lines[at], lines[at + by]];
  return line !== undefined && other !== undefined && line.section !== annex && other.section !== annex;
}

export function move(lines: readonly SectionLine[], at: number, by: -1 | 1): SectionLine[] {
  return canMove(lines, at, by) ? moved(lines, at, by) : [...lines];
}
