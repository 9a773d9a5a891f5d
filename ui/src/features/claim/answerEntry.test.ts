import { describe, expect, it } from 'vitest';
import { Problem } from '$lib/api/problem';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { AnswerEntry } from './answerEntry.svelte';

const place = { caseId: 'case', pointId: 'point', accountId: 'account', findingId: null };

function entryOn(host: FakeHost): AnswerEntry {
  return new AnswerEntry(fakeDesk(host), place);
}

function filling(): FakeHost {
  const host = new FakeHost();
  host.answer('cell.fill', { id: 'answer' });
  return host;
}

describe('AnswerEntry', () => {
  it('writes claim, statement and answer as one operation', async () => {
    const host = filling();
    const entry = entryOn(host);
    entry.text = 'Syrian aircraft dropped it.';
    entry.value = 'Syrian';
    entry.speaker = { name: 'James Mattis', kind: 'person' };
    entry.words = 'They dropped it.';
    await entry.save();
    expect(host.writes, 'one gesture is one operation').toEqual(['cell.fill']);
    expect(host.last('cell.fill')).toMatchObject({
      case_id: 'case',
      point_id: 'point',
      account_id: 'account',
      claim_id: null,
      text: 'Syrian aircraft dropped it.',
      value: 'Syrian',
      statement: { speaker: 'James Mattis', words: 'They dropped it.', act: 'asserts' },
    });
  });

  it('names a statement that is there instead of typing its words again, and makes its speaker a holder', async () => {
    const host = filling();
    const entry = entryOn(host);
    entry.words = 'They dropped it.';
    entry.value = 'Yes';
    entry.known = 'statement';
    entry.holds = true;
    expect(entry.claimText('Is there evidence?'), 'the words are not those of this claim').toBe(
      'Is there evidence? Yes',
    );
    await entry.save('Is there evidence?');
    expect(host.last('cell.fill')).toMatchObject({ statement: null, statement_id: 'statement', holds: true });
  });

  it('keeps what was typed when it is refused, and can be sent again', async () => {
    const host = new FakeHost();
    const entry = entryOn(host);
    entry.text = 'A claim';
    host.refuse(
      'cell.fill',
      new Problem({ code: 'invalid', message: 'no value', hint: null, field: 'value', params: {} }),
    );
    await expect(entry.save()).rejects.toMatchObject({ field: 'value' });
    expect(entry.text, 'what was typed is kept').toBe('A claim');
    host.answer('cell.fill', { id: 'answer' });
    entry.value = 'mended';
    await entry.save();
    expect(host.last('cell.fill')).toMatchObject({ text: 'A claim', value: 'mended', statement: null });
  });

  it('answers with a known claim, without its text', async () => {
    const host = filling();
    const entry = entryOn(host);
    entry.claim = 'known';
    entry.value = 'yes';
    await entry.save();
    expect(host.last('cell.fill')).toMatchObject({ claim_id: 'known', text: null, account_id: 'account' });
  });
});
