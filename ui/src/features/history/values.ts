import { type Value } from './fields';
import { t } from '$lib/words';
import { day } from '$lib/words/day';

/** Which table a field points into; `supersedes_id` and the like point into the table they stand in. */
const tables: Record<string, string> = {
  account_id: 'account',
  actor_id: 'actor',
  answer_id: 'answer',
  other_id: 'answer',
  appearance_id: 'appearance',
  assessment_id: 'assessment',
  own_assessment_id: 'assessment',
  assignee_id: 'editor',
  body_id: 'actor',
  capture_id: 'capture',
  claim_id: 'claim',
  claimant_id: 'actor',
  editor_id: 'editor',
  excerpt_id: 'excerpt',
  finding_id: 'finding',
  from_actor_id: 'actor',
  from_claim_id: 'claim',
  from_excerpt_id: 'excerpt',
  from_item_id: 'item',
  item_id: 'item',
  link_id: 'evidence_link',
  on_behalf_id: 'actor',
  point_id: 'point',
  publisher_id: 'actor',
  report_id: 'report',
  scale_id: 'scale',
  speaker_id: 'actor',
  statement_id: 'statement',
  to_account_id: 'account',
  to_claim_id: 'claim',
  to_item_id: 'item',
  to_link_id: 'evidence_link',
};
const same = new Set(['supersedes_id', 'differs_from_id']);

/** The table into which this field of that table points; none where it holds a value of its own. */
export function pointsInto(table: string, field: string): string | undefined {
  return same.has(field) ? table : tables[field];
}

const flags = new Set(['trashed', 'archived', 'example', 'preset', 'for_law', 'done']);
const dates = new Set([
  'date',
  'public_date',
  'archive_date',
  'accessed',
  'from_date',
  'to_date',
  'until',
  'asked',
  'answered',
  'evidence_until',
  'known_by',
]);

type Kinds = Record<string, Record<string, string>>;
const closed = (): Kinds => ({
  'actor.kind': t.lists.actorKind,
  'claim.kind': t.lists.claimKind,
  'answer.kind': t.lists.answerKind,
  'act.kind': t.lists.act,
  'item.kind': t.lists.itemKind,
  'item.reading': t.lists.reading,
  'case.status': t.lists.caseStatus,
  'statement.wording': t.lists.wording,
  'assessment.likelihood': t.lists.likelihood,
  'second_reading.outcome': t.lists.second,
  'inquiry.outcome': t.lists.inquiry,
  'comparison.relation': t.compare.relations,
  'stance.value': t.stance,
});

/** A value as a reader would say it. */
export function inWords(table: string, field: string, value: Value): string {
  if (value === null) return '';
  if (flags.has(field)) return Number(value) ? t.history.yes : t.history.no;
  if (dates.has(field) && typeof value === 'string') return day(value, t.when);
  return closed()[`${table}.${field}`]?.[String(value)] ?? String(value);
}
