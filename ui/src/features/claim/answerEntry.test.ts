import { describe, expect, it } from 'vitest';
import { Problem } from '$lib/api/problem';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { Actors } from '$features/actor/actors.svelte';
import { AnswerEntry } from './answerEntry.svelte';

const place = { caseId: 'case', pointId: 'point', accountId: 'account', findingId: null };

function entryOn(host: FakeHost): AnswerEntry {
  const desk = fakeDesk(host);
  return new AnswerEntry(desk, new Actors(desk), place);
}

function answers(): FakeHost {
  const host = new FakeHost();
  for (const name of ['claim.add', 'statement.add', 'actor.add', 'answer.add', 'account_claim.add'])
    host.answer(name, { id: name.split('.')[0] });
  host.answer('actor.list', []);
  return host;
}

describe('AnswerEntry', () => {
  it('writes the claim, the statement and the answer, in this order', async () => {
    const host = answers();
    const entry = entryOn(host);
    entry.text = 'Syrian aircraft dropped it.';
    entry.value = 'Syrian';
    entry.speaker = { name: 'James Mattis', kind: 'person' };
    entry.words = 'They dropped it.';
    await entry.save();
    expect(host.writes).toEqual(['claim.add', 'actor.add', 'statement.add', 'answer.add']);
    expect(host.last('answer.add')).toMatchObject({
      claim_id: 'claim',
      statement_id: 'statement',
      value: 'Syrian',
      point_id: 'point',
    });
    expect(host.last('statement.add')).toMatchObject({
      speaker_id: 'actor',
      acts: [{ claim_id: 'claim', kind: 'asserts' }],
    });
  });

  it('does not write the claim twice when a later part was refused', async () => {
    const host = answers();
    const entry = entryOn(host);
    entry.text = 'A claim';
    host.refuse(
      'answer.add',
      new Problem({ code: 'invalid', message: 'no value', hint: null, field: 'value', params: {} }),
    );
    await expect(entry.save()).rejects.toMatchObject({ field: 'value' });
    host.answer('answer.add', { id: 'answer' });
    entry.value = 'mended';
    await entry.save();
    expect(host.names.filter((name) => name === 'claim.add')).toHaveLength(1);
    expect(entry.text, 'what was typed is kept').toBe('A claim');
  });

  it('puts a known claim into the account', async () => {
    const host = answers();
    const entry = entryOn(host);
    entry.claim = 'known';
    entry.value = 'yes';
    await entry.save();
    expect(host.last('account_claim.add')).toEqual({ account_id: 'account', claim_id: 'known' });
    expect(host.names).not.toContain('claim.add');
  });
});
