/** What is told of this window: no name, no path, no word of a case. */
export interface Facts {
  version: string;
  engine: string;
  width: number;
  height: number;
  pixels: number;
  theme: string;
  scale: number;
  language: string;
  cases: number;
  /** Operations of each chain. */
  operations: readonly number[];
  writes: boolean;
  /** The code of the last refusal in sight, never its words: these can quote what was typed. */
  problem: string | null;
}

/** The same in every language, for whoever reads it. */
export function diagnostics(facts: Facts): string {
  return [
    `Counterclaim ${facts.version}`,
    `engine: ${facts.engine}`,
    `window: ${facts.width} x ${facts.height}, ${facts.pixels} pixels to one`,
    `look: ${facts.theme}, ${facts.scale} %, ${facts.language}`,
    `ledger: ${facts.cases} cases, operations by chain ${facts.operations.join(', ') || 'none'}, ${facts.writes ? 'writes' : 'read only'}`,
    ...(facts.problem ? [`last problem: ${facts.problem}`] : []),
  ].join('\n');
}
