import { describe, expect, it } from 'vitest';
import { type Item } from '$lib/api/bindings';
import { sampleRecords } from '../../../test/sampleRecords';
import { fakeDesk, FakeHost } from '../../../test/fakeHost';
import { readAlike } from './alike';
import { fromBytes, fromPath } from './arrivals.svelte';
import { kindOf, nameOf, nameOfAddress } from './kinds';
import { filtered, itemRows, noFilter, publishersOf, sorted } from './rows';

const records = sampleRecords();
const rows = itemRows(records);
const names = (found: typeof rows): string[] => found.map((row) => row.item.name);
const kind = (word: string): string => word;

describe('rows of items', () => {
  it('count copies, links of the item or an excerpt of it, and statements', () => {
    const photo = rows.find((row) => row.id === 'item-photo');
    expect(photo).toMatchObject({ publisher: 'Агентство', copies: ['capture-1'], links: 2, statements: 1 });
  });
  it('are found by every word typed, in any field, without case and accents', () => {
    expect(names(filtered(rows, { ...noFilter, words: 'CRATER агент' }))).toEqual(['Photo of a cratèr']);
    expect(names(filtered(rows, { ...noFilter, words: 'crater nothing' }))).toEqual([]);
  });
  it('are narrowed by kind, publisher, copy and reading', () => {
    expect(names(filtered(rows, { ...noFilter, copy: 'without' }))).not.toContain('Photo of a cratèr');
    expect(names(filtered(rows, { ...noFilter, kind: 'photo' }))).toEqual(['Photo of a cratèr']);
    expect(names(filtered(rows, { ...noFilter, publisher: 'actor-agency' }))).toEqual(['Photo of a cratèr']);
    expect(names(filtered(rows, { ...noFilter, reading: 'cited_not_read' }))).toEqual(['Report 10']);
  });
  it('stand in order, numbers by their size, and what has no date last either way', () => {
    expect(names(sorted(rows, 'name', false, kind))).toEqual(['Photo of a cratèr', 'Report 2', 'Report 10']);
    const up = names(sorted(rows, 'date', false, kind));
    const down = names(sorted(rows, 'date', true, kind));
    expect(up.at(-1)).toBe('Report 2');
    expect(down.at(-1)).toBe('Report 2');
    expect(up[0]).toBe(down[1]);
    expect(names(sorted(rows, 'links', true, kind))[0]).toBe('Photo of a cratèr');
  });
  it('name each publisher once', () => {
    expect(publishersOf(rows)).toEqual([{ id: 'actor-agency', name: 'Агентство' }]);
  });
});

describe('what comes in', () => {
  it('gets a name and a kind from its file name', () => {
    expect(nameOf('/home/a/Screenshot 12.04.png')).toBe('Screenshot 12.04');
    expect(nameOf('C:\\files\\.hidden')).toBe('.hidden');
    expect([kindOf('a.JPG'), kindOf('b.pdf'), kindOf('c.mp4'), kindOf('d.csv')]).toEqual([
      'photo',
      'document',
      'video',
      'dataset',
    ]);
  });
  it('is named after the end of its address', () => {
    expect(nameOfAddress('https://www.example.org/news/%D1%85%D0%B0%D0%BD/')).toBe('example.org: хан');
    expect(nameOfAddress('https://example.org/')).toBe('example.org');
  });
});

describe('files from the clipboard', () => {
  it('keep their name, unless it is the one that every picture has', () => {
    const bytes = { type: 'image/png', base64: 'AA==' };
    expect(fromBytes({ ...bytes, name: 'crater.png' }, '10:00').name).toBe('crater.png');
    expect(fromBytes({ ...bytes, name: 'image.png' }, '10:00').name).toBe('Picture pasted 10:00.png');
    expect(fromBytes({ ...bytes, name: '' }, '10:00').name).toBe('Picture pasted 10:00');
    expect(fromPath('/a/b c.pdf')).toEqual({ name: 'b c.pdf', path: '/a/b c.pdf' });
  });
});

describe('look-alikes', () => {
  it('are asked for by each file, and told once with all that is the same', async () => {
    const host = new FakeHost();
    host.answer('item.alike', [{ id: 'other', name: 'Other', same: ['file'] }]);
    const item = records.items[0] as Item;
    expect(await readAlike(fakeDesk(host), item, ['a', 'b'])).toEqual([
      { id: 'other', name: 'Other', same: ['file'] },
    ]);
    expect(host.calls.map((call) => (call.request as { sha256: string }).sha256)).toEqual(['a', 'b']);
  });
});
