import { SvelteMap } from 'svelte/reactivity';
import { type CommandName } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

/** The commands that show one record of a table by its id. */
const shows = {
  account: 'account.show',
  act: 'act.show',
  actor: 'actor.show',
  answer: 'answer.show',
  appearance: 'appearance.show',
  assessment: 'assessment.show',
  capture: 'capture.show',
  case: 'case.record',
  claim: 'claim.show',
  editor: 'editor.show',
  evidence_link: 'evidence.show',
  excerpt: 'excerpt.show',
  finding: 'finding.show',
  item: 'item.show',
  point: 'point.show',
  scale: 'scale.show',
  second_reading: 'second_reading.show',
  statement: 'statement.show',
  verdict: 'verdict.show',
} as const satisfies Record<string, CommandName>;

function isShown(table: string): table is keyof typeof shows {
  return table in shows;
}

/** The beginning of an id, where no name is to be had. */
const short = (id: string): string => `…${id.slice(-8)}`;

/** Names of records by their ids, each asked for once. */
export class NameBook {
  readonly #names = new SvelteMap<string, string>();
  readonly #asked: Record<string, true> = {};
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** What is known now; the name follows when it has come. */
  of(table: string, id: string): string {
    return this.#names.get(id) ?? (isShown(table) && !this.#asked[id] ? '…' : short(id));
  }

  async ask(table: string, id: string): Promise<void> {
    if (this.#asked[id] || !isShown(table)) return;
    this.#asked[id] = true;
    this.#names.set(id, (await this.#find(table, id, 3)) ?? short(id));
  }

  /** A record that has no name of its own is called after what it is about. */
  async #find(table: string, id: string, depth: number): Promise<string | null> {
    if (depth === 0 || !isShown(table)) return null;
    try {
      const record = await this.#desk.read(shows[table], { id });
      const next = about(table, record);
      return (next && (await this.#find(next.table, next.id, depth - 1))) || record.name || null;
    } catch {
      // A record that was taken back is known to its images alone.
      return null;
    }
  }
}

/** Records without a name of their own, and the fields that say what they are about, the first first. */
const nameless: Record<string, readonly (readonly [field: string, table: string])[]> = {
  account_claim: [['claim_id', 'claim']],
  act: [['claim_id', 'claim']],
  appearance: [['statement_id', 'statement']],
  assessment: [['claim_id', 'claim']],
  carrier: [['actor_id', 'actor']],
  credibility: [['link_id', 'evidence_link']],
  derivation: [
    ['item_id', 'item'],
    ['actor_id', 'actor'],
  ],
  evidence_link: [
    ['to_claim_id', 'claim'],
    ['to_account_id', 'account'],
    ['from_item_id', 'item'],
  ],
  holder: [['actor_id', 'actor']],
  reliability: [['actor_id', 'actor']],
  relevance: [['link_id', 'evidence_link']],
  second_reading: [['assessment_id', 'assessment']],
  stance: [['link_id', 'evidence_link']],
  verdict: [['assessment_id', 'assessment']],
};

function about(table: string, image: unknown): { table: string; id: string } | undefined {
  if (typeof image !== 'object' || image === null) return undefined;
  const row = image as Record<string, unknown>;
  for (const [field, into] of nameless[table] ?? []) {
    const id = row[field];
    if (typeof id === 'string') return { table: into, id };
  }
  return undefined;
}
