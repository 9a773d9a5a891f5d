// The stances in the order of their keys, and the key that gives each.
import { type DeskStance, type StanceValue } from '$lib/api/bindings';

export const stances: readonly StanceValue[] = [
  'strongly_supports',
  'supports',
  'neutral',
  'contradicts',
  'strongly_contradicts',
  'not_applicable',
];

/** What a cell can read as: a stance, none, or editors who differ. */
export type CellMark = StanceValue | 'unrated' | 'unsettled';

export const stanceKeys: Readonly<Record<string, StanceValue>> = {
  '5': 'strongly_supports',
  '4': 'supports',
  '3': 'neutral',
  '2': 'contradicts',
  '1': 'strongly_contradicts',
  '0': 'not_applicable',
};

/** The key printed beside a mark in the legend. */
export function keyOf(mark: CellMark): string | undefined {
  if (mark === 'unrated') return 'Del';
  return Object.entries(stanceKeys).find(([, stance]) => stance === mark)?.[0];
}

/** A block of a mark or strip: solid ones contradict, outlined ones support. */
export interface Block {
  y: number;
  solid: boolean;
}

/** Blocks above (negative) and below the axis; one block is one unit of weight. */
export function blocks(mark: CellMark): Block[] {
  switch (mark) {
    case 'strongly_supports':
      return [
        { y: -1, solid: false },
        { y: -2, solid: false },
      ];
    case 'supports':
      return [{ y: -1, solid: false }];
    case 'contradicts':
      return [{ y: 1, solid: true }];
    case 'strongly_contradicts':
      return [
        { y: 1, solid: true },
        { y: 2, solid: true },
      ];
    case 'neutral':
    case 'not_applicable':
    case 'unrated':
    case 'unsettled':
      return [];
  }
}

/** What the desk's reading of a link is drawn as. */
export function markOf(desk: DeskStance): CellMark {
  if (desk.state === 'unsettled' || desk.state === 'unrated') return desk.state;
  return desk.value ?? 'unrated';
}
