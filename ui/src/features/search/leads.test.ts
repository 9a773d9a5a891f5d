import { describe, expect, it } from 'vitest';
import { type CaseAt, type Place as Found } from '$lib/api/bindings';
import { formatPlace } from '$lib/place';
import { leads, placeOf } from './leads';

const found = (table: string, more: Partial<Found> = {}): Found => ({
  id: 'r',
  name: '',
  table,
  case_id: 'c',
  case_name: 'Case',
  trashed: false,
  address: '',
  ...more,
});

const all = {
  acts: [
    { uuid: 'a', statement_id: 'said', claim_id: 'answering' },
    { uuid: 'b', statement_id: 'other', claim_id: 'plain' },
  ],
  answers: [{ uuid: 'x', claim_id: 'answering' }],
  appearances: [{ uuid: 'p', statement_id: 'other' }],
  links: [
    { uuid: 'l', to_claim_id: 'plain', from_item_id: 'i', from_excerpt_id: null, to_account_id: null },
    { uuid: 'm', to_claim_id: null, from_item_id: null, from_excerpt_id: 'e', to_account_id: 'acc' },
  ],
  excerpts: [{ uuid: 'e', capture_id: 'k' }],
  captures: [{ uuid: 'k', item_id: 'i2' }],
  stances: [{ uuid: 's', link_id: 'l' }],
  assessments: [{ uuid: 'q', claim_id: 'plain' }],
  verdicts: [{ uuid: 'v', assessment_id: 'q' }],
  inquiries: [
    { uuid: 'n1', claim_id: 'plain' },
    { uuid: 'n2', claim_id: null },
  ],
} as unknown as CaseAt;

describe('Where a record stands', () => {
  it.each([
    ['point', 'r', '#/case/c/compare/at/r'],
    ['account', 'r', '#/case/c/compare/at/r'],
    ['claim', 'r', '#/case/c/claims/r'],
    ['event', 'r', '#/case/c/timeline/at/r'],
    ['reply', 'r', '#/case/c/review/reply/at/r'],
    ['report', 'r', '#/case/c/report/at/r'],
    ['statement', 'said', '#/case/c/compare/at/said'],
    ['statement', 'other', '#/case/c/claims/plain/at/other'],
    ['statement', 'alone', '#/case/c/timeline/at/alone'],
    ['appearance', 'p', '#/case/c/claims/plain/at/other'],
    ['evidence_link', 'l', '#/case/c/claims/plain/at/l'],
    ['evidence_link', 'm', '#/case/c/evidence/i2/at/acc'],
    ['stance', 's', '#/case/c/claims/plain/at/l'],
    ['assessment', 'q', '#/case/c/claims/plain/at/q'],
    ['verdict', 'v', '#/case/c/claims/plain/at/q'],
    ['inquiry', 'n1', '#/case/c/claims/plain/at/n1'],
    ['inquiry', 'n2', '#/case/c/compare/at/n2'],
  ])('%s %s', async (table, id, address) => {
    expect(formatPlace(await placeOf(found(table, { id }), async () => all))).toBe(address);
  });

  it('is the trash for what was thrown away, and its item or source for a part of one', async () => {
    const gone = await placeOf(found('point', { trashed: true }), async () => all);
    expect(formatPlace(gone)).toBe('#/case/c/history/trash/at/r');
    const copy = found('capture', { case_id: null, address: 'counterclaim://items/i' });
    expect(formatPlace(await placeOf(copy, async () => all))).toBe('#/items/i/at/r');
  });

  it('is known at once for what search finds most, and asked for else', () => {
    const known = { id: 'r', case_id: 'c', trashed: false };
    expect(formatPlace(leads({ ...known, table: 'claim' }))).toBe('#/case/c/claims/r');
    expect(formatPlace(leads({ ...known, table: 'statement' }))).toBe('#/record/r');
    expect(formatPlace(leads({ ...known, table: 'claim', trashed: true }))).toBe('#/record/r');
  });
});
