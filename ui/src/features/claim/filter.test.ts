import { describe, expect, it } from 'vitest';
import { type CaseView } from '$lib/api/bindings';
import { type ClaimFilter, filtered } from './filter';

const rows: [string, string, string, string, string[]][] = [
  ['c1', 'It was sarin.', 'factual', 'waiting', ['ada']],
  ['c2', 'It was a lab.', 'factual', 'to_rate', []],
  ['c3', 'Évil.', 'opinion', 'takes_none', []],
];
const shown = {
  accounts: [{ account_id: 'a', letter: 'A' }],
  findings: [],
  case: {
    claims: rows.map(([uuid, text, kind]) => ({ uuid, text, kind, finding_id: null })),
    account_claims: [{ account_id: 'a', claim_id: 'c1' }],
    points: [{ uuid: 'p', position: 'a', question: 'What?' }],
    answers: [
      { claim_id: 'c1', point_id: 'p' },
      { claim_id: 'c2', point_id: 'p' },
    ],
  },
  reviews: rows.map(([claim_id, , , stage, rated_by]) => ({ claim_id, stage, rated_by })),
} as unknown as CaseView;
const every: ClaimFilter = { words: '', letter: '', kind: '', state: 'all' };
const ids = (more: Partial<ClaimFilter>, me: string | null = 'ben'): string[] =>
  filtered(shown, { ...every, ...more }, me).lines.map((line) => line.claim.uuid);

describe('the list of claims', () => {
  it('stands by point, each group under its heading', () => {
    const all = filtered(shown, every, 'ben').lines;
    expect(all.map((line) => line.heading?.number)).toEqual([1, undefined, null]);
  });
  it('is narrowed by words, account, kind and state', () => {
    expect(ids({ words: 'evil' }), 'accents do not matter').toEqual(['c3']);
    expect(ids({ letter: 'A' })).toEqual(['c1']);
    expect(ids({ letter: '-' })).toEqual(['c2', 'c3']);
    expect(ids({ kind: 'opinion' })).toEqual(['c3']);
    expect(ids({ state: 'waiting' })).toEqual(['c1']);
    expect(ids({ state: 'unrated' })).toEqual(['c2']);
    expect(ids({ state: 'mine' })).toEqual([]);
    expect(ids({ state: 'mine' }, 'ada')).toEqual(['c1']);
  });
  it('counts each state under the other filters', () => {
    expect(filtered(shown, { ...every, kind: 'factual' }, 'ada').counts).toEqual({
      all: 2,
      unrated: 1,
      rated: 1,
      mine: 1,
      waiting: 1,
      none: 0,
    });
  });
});
