import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { CaseBook } from './caseBook.svelte';

const lines = (from: number, n: number): { id: string }[] =>
  Array.from({ length: n }, (_, index) => ({ id: String(from + index) }));

describe('CaseBook', () => {
  it('fetches page after page, and reads as many rows again after a change', async () => {
    const host = new FakeHost();
    const book = new CaseBook(fakeDesk(host));
    host.answer('case.list', lines(0, 200));
    await book.load({ trashed: false });
    host.answer('case.list', lines(200, 200));
    await book.more();
    expect(host.last('case.list')).toMatchObject({ offset: 200, limit: 1000 });
    expect(book.lines).toHaveLength(400);
    host.answer('case.list', lines(0, 399));
    await book.load({ trashed: false });
    expect(host.last('case.list'), 'the list does not shrink under the reader').toMatchObject({ limit: 400 });
    expect([book.lines.length, book.complete]).toEqual([399, true]);
    host.answer('case.list', lines(0, 3));
    await book.load({ trashed: true });
    expect(host.last('case.list'), 'another list begins at its beginning').toMatchObject({ limit: 200 });
  });
});
