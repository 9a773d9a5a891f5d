import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { NameBook } from './names.svelte';

describe('NameBook', () => {
  it('asks once, follows a record without a name to what it is about, and falls back to the end of the id', async () => {
    const host = new FakeHost();
    host.answer('assessment.show', { name: 'assessment', claim_id: 'c1' });
    host.answer('claim.show', { name: 'Sarin was used' });
    const book = new NameBook(fakeDesk(host));
    await book.ask('assessment', 'a1');
    await book.ask('assessment', 'a1');
    expect(book.of('assessment', 'a1')).toBe('Sarin was used');
    expect(host.names).toEqual(['assessment.show', 'claim.show']);
    await book.ask('actor', '0192-4567-89abcdef');
    expect(book.of('actor', '0192-4567-89abcdef'), 'the test gave no answer').toBe('…89abcdef');
    expect(book.of('unknown_table', '0192-4567-89abcdef')).toBe('…89abcdef');
  });
});
