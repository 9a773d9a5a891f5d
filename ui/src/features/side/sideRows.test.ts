import { describe, expect, it } from 'vitest';
import { grid } from '../../../test/sampleCase';
import { type CaseAt, type Lane, type TimelineEntry } from '$lib/api/bindings';
import { nothingOn, sidePoints, sideRows } from './sideRows';

function entry(uuid: string, date: string | null, claim_ids: string[] = []): TimelineEntry {
  return {
    kind: 'statement',
    uuid,
    who: 'somebody',
    words: 'words',
    date,
    date_words: null,
    date_of_item: false,
    earliest: date,
    latest: date,
    time_from: null,
    time_to: null,
    zone: null,
    time_words: null,
    place: null,
    item_id: null,
    claim_ids,
    differs_from_id: null,
    differs_reason: null,
  };
}
const lane = (account_id: string, entries: TimelineEntry[], undated: TimelineEntry[] = []): Lane => ({
  kind: 'account',
  account_id,
  letter: account_id,
  name: account_id,
  entries,
  undated,
});
const uuids = (rows: ReturnType<typeof sideRows>): unknown[] =>
  rows.map((row) => [row.date, row.cells.map((cell) => cell.map((one) => one.uuid))]);

describe('sideRows', () => {
  it('puts statements of one day beside each other, and undated ones before all', () => {
    const rows = sideRows([
      lane('a', [entry('a1', '2017-04-05'), entry('a2', '2017-04-11')], [entry('a0', null)]),
      lane('b', [entry('b1', '2017-04-11'), entry('b2', '2017-04-12')]),
    ]);
    expect(uuids(rows)).toEqual([
      [null, [['a0'], []]],
      ['2017-04-05', [['a1'], []]],
      ['2017-04-11', [['a2'], ['b1']]],
      ['2017-04-12', [[], ['b2']]],
    ]);
  });
});

describe('sidePoints', () => {
  const record = {
    answers: [
      { claim_id: 'mine', point_id: 'p2' },
      { claim_id: 'theirs', point_id: 'p1' },
    ],
    account_claims: [
      { account_id: 'b', claim_id: 'mine' },
      { account_id: 'a', claim_id: 'theirs' },
    ],
  } as unknown as CaseAt;

  it('names the points of the account’s own claims alone, and what the others do there', () => {
    const found = sidePoints(entry('s', '2017-04-05', ['mine', 'theirs']), 'b', ['a', 'b'], record, grid);
    expect(found.map((point) => point.row.id)).toEqual(['p2']);
    expect(found[0]?.others).toEqual([{ letter: 'A', state: 'not_looked_at', relation: null }]);
  });

  it('says what an editor said of two answers', () => {
    const [point] = sidePoints(entry('s', null, ['theirs']), 'a', ['a', 'b'], record, grid);
    expect(point?.others).toEqual([{ letter: 'B', state: 'answered', relation: 'same' }]);
  });
});

describe('nothingOn', () => {
  it('keeps silent and not looked at apart', () => {
    expect(nothingOn(grid, 'a', 'silent').map((row) => row.number)).toEqual([3]);
    expect(nothingOn(grid, 'a', 'not_looked_at').map((row) => row.number)).toEqual([2]);
  });
});
