import { describe, expect, it } from 'vitest';
import { type OperationLine } from '$lib/api/bindings';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { NameBook, Subjects } from './names.svelte';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const line = (id: string, n_changes = 1): OperationLine =>
  ({ id, name: 'verdict.add', n_changes }) as unknown as OperationLine;

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

describe('Subjects', () => {
  it('tells what an operation was about, and leaves a bulk change to its count', async () => {
    const host = new FakeHost();
    host.answer('history.show', {
      changes: [
        { table: 'claim', label: 'other', before: {}, after: {}, erased: false },
        { table: 'verdict', label: 'verdict', before: null, after: { assessment_id: 'a1' }, erased: false },
      ],
    });
    host.answer('assessment.show', { name: 'assessment', claim_id: 'c1' });
    host.answer('claim.show', { name: 'Sarin was used' });
    const subjects = new Subjects(fakeDesk(host));
    const few = line('few');
    const bulk = line('bulk', 5000);
    subjects.ask(few);
    subjects.ask(bulk);
    await settle();
    expect(subjects.of(few)).toEqual({ table: 'verdict', name: 'Sarin was used' });
    expect(subjects.of(bulk)).toBeNull();
    expect(host.names.filter((name) => name === 'history.show')).toHaveLength(1);
    subjects.forget();
    expect(subjects.of(few), 'nothing that may be gone from the file stays').toBeNull();
  });
});
