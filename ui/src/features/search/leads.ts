// Where a record stands: the screen that shows it, opened, with the record in sight.
import { type CaseAt, type Place as Found } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { placeOfLink } from '$lib/link';
import { type CaseTab, type Place } from '$lib/place';

/** What is known of a record without asking. */
export interface Known {
  table: string;
  id: string;
  case_id: string | null;
  trashed: boolean;
}

/** Where it leads: at once where that is plain, else by asking for the record. */
export function leads(known: Known): Place {
  const { table, id, case_id } = known;
  if (!known.trashed) {
    if (table === 'case') return { view: 'case', id, tab: 'compare', sub: null };
    if (table === 'actor') return { view: 'sources', sub: id };
    if (table === 'item' && case_id === null) return { view: 'items', sub: id };
    if (table === 'item' && case_id !== null) return { view: 'case', id: case_id, tab: 'evidence', sub: id };
    if (table === 'claim' && case_id !== null) return { view: 'case', id: case_id, tab: 'claims', sub: id };
  }
  return { view: 'record', id };
}

/** The place of a record, by its id alone; an operation of the history counts as one. */
export async function whereIs(desk: Desk, id: string): Promise<Place> {
  let found: Found;
  try {
    found = await desk.read('record.find', { id });
  } catch (problem) {
    // An operation is no row of a table, and has an id all the same.
    const operation = await desk.read('history.show', { id }).catch(() => undefined);
    if (operation === undefined) throw problem;
    return { view: 'history', at: id };
  }
  if (found.table === 'excerpt') {
    const excerpt = await desk.read('excerpt.show', { id });
    const copy = await desk.read('capture.show', { id: excerpt.capture_id });
    if (excerpt.trashed || copy.trashed) return { view: 'items', sub: null, at: id };
    return { view: 'items', sub: copy.item_id, read: { capture: copy.uuid, excerpt: id } };
  }
  return placeOf(found, async (caseId) => (await desk.read('case.show', { case_id: caseId })).case);
}

export async function placeOf(found: Found, read: (caseId: string) => Promise<CaseAt>): Promise<Place> {
  const { id, table, case_id: caseId } = found;
  if (caseId === null) {
    const place = placeOfLink(found.address) ?? { view: 'settings' };
    const part = !['actor', 'item'].includes(table) && (place.view === 'items' || place.view === 'sources');
    return part && place.sub !== null ? { ...place, at: id } : place;
  }
  const inCase = (tab: CaseTab, sub: string | null, at?: string): Place => ({
    view: 'case',
    id: caseId,
    tab,
    sub,
    ...(at === undefined ? {} : { at }),
  });
  if (table === 'case') return found.trashed ? { view: 'cases', trash: true } : inCase('compare', null);
  if (found.trashed) return inCase('history', 'trash', id);
  switch (table) {
    case 'claim':
      return inCase('claims', id);
    case 'point':
    case 'account':
    case 'finding':
    case 'answer':
    case 'silence':
      return inCase('compare', null, id);
    case 'event':
      return inCase('timeline', null, id);
    case 'report':
      return inCase('report', null, id);
    case 'checklist_line':
      return inCase('review', 'checklist', id);
    case 'reply':
      return inCase('review', 'reply', id);
  }
  const all = await read(caseId);
  const of = <T extends { uuid: string }>(
    rows: readonly T[],
    uuid: string | null | undefined = id,
  ): T | undefined => rows.find((row) => row.uuid === uuid);
  const claim = (claimId: string | null | undefined, at: string): Place =>
    claimId ? inCase('claims', claimId, at) : inCase('compare', null, at);
  const statement = (statementId: string | undefined): Place => {
    const acts = all.acts.filter((act) => act.statement_id === statementId);
    // In the grid where an account answers by it, beside its claim where not; else it stands on the timeline alone.
    const answers = acts.find((act) => all.answers.some((answer) => answer.claim_id === act.claim_id));
    if (answers && statementId) return inCase('compare', null, statementId);
    return acts[0] ? inCase('claims', acts[0].claim_id, statementId) : inCase('timeline', null, statementId);
  };
  const link = (linkId: string | undefined): Place => {
    const one = of(all.links, linkId);
    if (one?.to_item_id) return inCase('evidence', one.to_item_id, one.uuid);
    if (one?.to_claim_id) return inCase('claims', one.to_claim_id, one.uuid);
    const excerpt = of(all.excerpts, one?.from_excerpt_id);
    const itemId = one?.from_item_id ?? of(all.captures, excerpt?.capture_id)?.item_id ?? null;
    return inCase('evidence', itemId, one?.to_account_id ?? linkId);
  };
  const assessment = (assessmentId: string | undefined, tab: 'claims' | 'review'): Place => {
    const claimId = of(all.assessments, assessmentId)?.claim_id ?? null;
    return inCase(tab, claimId, tab === 'claims' ? assessmentId : id);
  };
  switch (table) {
    case 'statement':
      return statement(id);
    case 'act':
      return statement(of(all.acts)?.statement_id);
    case 'appearance':
      return statement(of(all.appearances)?.statement_id);
    case 'carrier':
      return statement(of(all.appearances, of(all.carriers)?.appearance_id)?.statement_id);
    case 'account_claim':
      return claim(of(all.account_claims)?.claim_id, id);
    case 'holder':
      return inCase('compare', null, of(all.holders)?.account_id);
    case 'comparison':
      return inCase('compare', null, of(all.comparisons)?.answer_id);
    case 'inquiry': {
      const one = of(all.inquiries);
      return one?.claim_id ? claim(one.claim_id, id) : inCase('compare', null, id);
    }
    case 'evidence_link':
      return link(id);
    case 'stance':
      return link(of(all.stances)?.link_id);
    case 'relevance':
      return link(of(all.relevances)?.link_id);
    case 'credibility':
      return link(of(all.credibilities)?.link_id);
    case 'assessment':
      return assessment(id, 'claims');
    case 'second_reading':
      return assessment(of(all.second_readings)?.assessment_id, 'claims');
    case 'verdict':
      return assessment(of(all.verdicts)?.assessment_id, 'claims');
    case 'report_file':
      return inCase('report', null, of(all.report_files)?.report_id);
    default:
      return inCase('compare', null);
  }
}
