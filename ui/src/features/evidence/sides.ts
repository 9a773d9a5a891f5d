import { type EvidenceView } from '$lib/api/bindings';
import { markOf } from '../marks/stance';

/** Evidence by the side that its mark stands on: above the axis, below it, or neither. */
export function sides(lines: readonly EvidenceView[]): Record<'for' | 'against' | 'other', EvidenceView[]> {
  const sorted = { for: [] as EvidenceView[], against: [] as EvidenceView[], other: [] as EvidenceView[] };
  for (const line of lines) {
    const mark = markOf(line.desk);
    if (mark === 'supports' || mark === 'strongly_supports') sorted.for.push(line);
    else if (mark === 'contradicts' || mark === 'strongly_contradicts') sorted.against.push(line);
    else sorted.other.push(line);
  }
  return sorted;
}
