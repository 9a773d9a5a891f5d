import { describe, expect, it } from 'vitest';
import { type Block } from '$lib/api/bindings';
import { formatPlace } from '$lib/place';
import { lineWords, linePlace } from './lines';

const line = (code: string, more: Partial<Block> = {}): Block => ({
  code,
  words: 'As the api says it.',
  table: 'assessment',
  uuid: 'r1',
  claim_id: null,
  params: {},
  ...more,
});
const leads = (code: string, more: Partial<Block> = {}) => formatPlace(linePlace(line(code, more), 'c'));

describe('a line of what blocks', () => {
  it('leads to where it can be mended', () => {
    expect(leads('broken_citation', { claim_id: 'k' })).toBe('#/case/c/claims/k');
    expect(leads('rating_not_allowed', { claim_id: 'k' })).toBe('#/case/c/claims/k');
    expect(leads('covered', { claim_id: 'k' })).toBe('#/case/c/review/k');
    expect(leads('no_verdict', { claim_id: 'k' })).toBe('#/case/c/review/k');
    expect(leads('copy_missing', { table: 'capture', params: { item_id: 'i' } })).toBe('#/case/c/evidence/i');
    expect(leads('copy_changed', { table: 'capture', params: { item_id: 'i' } })).toBe('#/case/c/evidence/i');
    expect(leads('house_missing', { table: 'case' })).toBe('#/settings');
    expect(leads('logo_missing', { table: 'house' })).toBe('#/settings');
    expect(leads('no_reply_asked', { table: 'account' })).toBe('#/case/c/review/reply');
    expect(leads('date_unreadable', { table: 'item', uuid: 'i' })).toBe('#/case/c/evidence/i');
    expect(leads('date_unreadable', { table: 'statement' })).toBe('#/case/c/timeline');
    expect(leads('uneven_effort', { table: 'case' })).toBe('#/case/c/compare');
  });

  it('names what it is about, and speaks as the api does where its kind is not known', () => {
    const cited = { claim: 'It was sarin', cited: 'TASS of 5 April', why: 'trashed', field: 'rationale' };
    const words = lineWords(line('broken_citation', { params: cited }));
    for (const part of ['It was sarin', 'TASS of 5 April', 'trash']) expect(words).toContain(part);
    const covered = lineWords(line('broken_citation', { params: { claim: 'It was sarin', why: 'covered' } }));
    expect(covered).not.toContain('undefined');
    expect(lineWords(line('quite_new'))).toBe('As the api says it.');
  });
});
