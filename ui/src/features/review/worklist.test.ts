import { describe, expect, it } from 'vitest';
import { type CaseView, type Stage } from '$lib/api/bindings';
import { nextFor, workList } from './worklist';

const stages: [string, Stage, string | null][] = [
  ['c1', 'verdict', 'ada'],
  ['c2', 'waiting', 'ada'],
  ['c3', 'to_rate', null],
  ['c4', 'disagreed', 'ada'],
  ['c5', 'takes_none', null],
];
const shown = {
  case: {
    claims: stages.map(([uuid]) => ({ uuid, text: uuid, finding_id: null })),
    account_claims: [],
    points: [],
    answers: [],
  },
  accounts: [],
  findings: [],
  reviews: stages.map(([claim_id, stage, editor_id]) => ({ claim_id, stage, editor_id, rated_by: [] })),
} as unknown as CaseView;
const read = (me: string | null): string[] =>
  workList(shown, me).map((line) => `${line.claim.uuid} ${line.group}${line.first ? ' *' : ''}`);

describe('the work list', () => {
  it('puts first what waits for whoever works here', () => {
    expect(read('ada')).toEqual(['c4 back *', 'c3 rate *', 'c2 others *', 'c1 verdict *', 'c5 rest *']);
    expect(read('ben')).toEqual(['c2 read *', 'c3 rate *', 'c4 others *', 'c1 verdict *', 'c5 rest *']);
  });
  it('leads on to the next one to do, and round', () => {
    const lines = workList(shown, 'ben');
    expect(nextFor(lines, 'c2')?.claim.uuid).toBe('c3');
    expect(nextFor(lines, 'c3')?.claim.uuid).toBe('c2');
    expect(nextFor(lines, null)?.claim.uuid).toBe('c2');
  });
});
