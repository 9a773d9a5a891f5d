// What is said of the links from one piece of evidence: read from the api, which alone knows which stance is in force.
import {
  type CaseView,
  type DeskStance,
  type EditorStance,
  type LinkAround,
  type RelevanceValue,
  type StanceValue,
} from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

/** The piece of evidence: a whole item, or one excerpt. */
export interface From {
  itemId: string | null;
  excerptId: string | null;
}

export interface LinkReading {
  linkId: string;
  mine: StanceValue | null;
  desk: DeskStance;
  relevance: RelevanceValue | null;
  credibility: number | null;
  note: string | null;
}

/** One's own stance among those of all editors. */
function mineOf(stances: readonly EditorStance[], editor: string | null): StanceValue | null {
  return stances.find((one) => one.editor === editor)?.value ?? null;
}

/** What is said of one link, seen from one of its ends. */
export function readingOf(line: LinkAround, editor: string | null): LinkReading {
  const { link, stances, desk, relevance, credibility } = line;
  return { linkId: link.uuid, mine: mineOf(stances, editor), desk, relevance, credibility, note: link.note };
}

/** The links of that evidence in the case, by the id of the claim or account that they bear on. */
export async function readLinks(desk: Desk, shown: CaseView, from: From): Promise<Map<string, LinkReading>> {
  const own = shown.case.links.filter((link) =>
    from.excerptId === null
      ? link.from_item_id === from.itemId && link.from_item_id !== null
      : link.from_excerpt_id === from.excerptId,
  );
  const view = { case_id: shown.id, ...desk.view };
  const found = new Map<string, LinkReading>();
  const claims = own.flatMap((link) =>
    link.to_claim_id === null ? [] : [{ linkId: link.uuid as string, claimId: link.to_claim_id }],
  );
  const details = await Promise.all(
    claims.map(({ claimId }) => desk.read('claim.detail', { ...view, claim_id: claimId })),
  );
  for (const [index, { linkId, claimId }] of claims.entries()) {
    const line = details[index]?.evidence.find((one) => one.link_id === linkId);
    if (!line) continue;
    const { desk: stance, relevance, credibility, note } = line;
    found.set(claimId, {
      linkId,
      mine: mineOf(line.stances, desk.editor),
      desk: stance,
      relevance,
      credibility,
      note,
    });
  }
  if (own.some((link) => link.to_account_id !== null)) {
    const { matrices } = await desk.read('compare.matrix', { ...view, accounts: true });
    for (const matrix of matrices) {
      const column = matrix.columns.findIndex((one) =>
        from.excerptId === null ? one.item_id === from.itemId : one.excerpt_id === from.excerptId,
      );
      for (const row of matrix.rows) {
        const cell = row.cells[column];
        const [linkId] = cell?.link_ids ?? [];
        if (!cell || linkId === undefined || row.account_id === null) continue;
        const { shown: stance, stances, relevance, credibility, note } = cell;
        found.set(row.account_id, {
          linkId,
          mine: mineOf(stances, desk.editor),
          desk: stance,
          relevance,
          credibility,
          note,
        });
      }
    }
  }
  return found;
}
