import { describe, expect, it } from 'vitest';
import { type CaseView } from '$lib/api/bindings';
import { claimLabel, grouped, placeOf } from './labels';

const claim = (uuid: string, finding_id: string | null = null): object => ({ uuid, finding_id, text: uuid });
const view = {
  accounts: [
    { account_id: 'a', letter: 'A' },
    { account_id: 'b', letter: 'B' },
  ],
  findings: [{ finding_id: 'f', letter: 'C' }],
  case: {
    claims: [claim('both'), claim('found', 'f'), claim('loose'), claim('first')],
    account_claims: [
      { account_id: 'b', claim_id: 'both' },
      { account_id: 'a', claim_id: 'both' },
      { account_id: 'a', claim_id: 'first' },
    ],
    points: [
      { uuid: 'p2', position: 'b', question: 'When?' },
      { uuid: 'p1', position: 'a', question: 'What?' },
    ],
    answers: [
      { claim_id: 'both', point_id: 'p2' },
      { claim_id: 'found', point_id: 'p2' },
      { claim_id: 'found', point_id: 'p1' },
      { claim_id: 'first', point_id: 'p1' },
      { claim_id: 'gone', point_id: 'p1' },
    ],
  },
} as unknown as CaseView;

describe('labels of claims', () => {
  it('join the letters in the order of the accounts with the first point', () => {
    expect(claimLabel(view, { uuid: 'both' })).toBe('AB2');
    expect(claimLabel(view, { uuid: 'found' })).toBe('C1');
    expect(claimLabel(view, { uuid: 'loose' })).toBe('');
    expect(placeOf(view, 'found')).toMatchObject({ finding: true, points: [{ number: 1 }, { number: 2 }] });
    expect(placeOf(view, 'nobody')).toMatchObject({ letters: '', points: [] });
  });
  it('group by point, accounts before findings, the rest last', () => {
    expect(grouped(view).map((group) => [group.number, group.claims.map((one) => one.uuid)])).toEqual([
      [1, ['first', 'found']],
      [2, ['both']],
      [null, ['loose']],
    ]);
  });
});
