import { describe, expect, it } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { Rater } from './rater.svelte';

const cell = { case_id: 'c', from_item_id: 'i', to_claim_id: 'b' };

describe('Rater', () => {
  it('writes every rating in the order of the keys, and tells what is saved from what is on its way', async () => {
    const host = new FakeHost();
    host.answer('cell.rate', {});
    host.answer('workspace.show', {});
    host.answer('history.undo_state', { undo: null, redo: null });
    const rater = new Rater(fakeDesk(host));
    const first = rater.rate('b i', { ...cell, value: 'supports' });
    const second = rater.rate('b i', { ...cell, value: null });
    expect(rater.acknowledged).toEqual([]);
    expect(rater.waiting).toBe(2);
    // The newest key is what the cell holds, and it is not saved.
    expect(rater.held('b i')).toBeNull();
    expect(rater.writing('b i')).toBe(true);
    await first;
    const told = rater.acknowledged;
    expect(told.map((one) => one.cell)).toEqual(['b i']);
    expect(rater.held('b i')).toBeNull();
    expect(rater.writing('b i')).toBe(true);
    expect(await second).toBe(true);
    expect(rater.held('b i')).toBeNull();
    expect(rater.writing('b i')).toBe(false);
    expect(host.writes).toEqual(['cell.rate', 'cell.rate']);
    // The matrix was read after the first and before the second: the second still stands.
    rater.forget(told);
    expect(rater.held('b i')).toBeNull();
    rater.forget(rater.acknowledged);
    expect(rater.acknowledged).toEqual([]);
  });

  it('keeps a refusal and goes on with what follows', async () => {
    const host = new FakeHost();
    host.refuse('cell.rate', new Error('two links stand in this cell'));
    const rater = new Rater(fakeDesk(host));
    const refused = rater.rate('b i', { ...cell, value: 'supports' });
    expect(rater.held('b i')).toBe('supports');
    expect(await refused).toBe(false);
    expect(rater.held('b i')).toBeUndefined();
    expect(rater.writing('b i')).toBe(false);
    expect(rater.problem).toBeDefined();
    expect(rater.acknowledged).toEqual([]);
    expect(rater.waiting).toBe(0);
  });
});
