// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft } from './draft.svelte';
import { MemoryDrafts } from './draftStore';
import { Act } from './resource.svelte';

interface Fields {
  name: string;
  note: string;
}

/** A form: its fields, and a look at them as the effect has it. */
function form(start: Partial<Fields> = {}): {
  fields: Fields;
  draft: Draft<Fields>;
  type: (more: Partial<Fields>) => void;
} {
  const fields = $fields(start);
  const draft = new Draft<Fields>(
    store,
    'claim.edit:1',
    () => ({ ...fields }),
    (kept) => Object.assign(fields, kept),
  );
  return {
    fields,
    draft,
    type: (more) => {
      Object.assign(fields, more);
      draft.see();
    },
  };
}
const $fields = (start: Partial<Fields>): Fields => ({ name: '', note: '', ...start });
const store = new MemoryDrafts();
const settle = async (): Promise<void> => {
  flushSync();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

beforeEach(() => {
  vi.useFakeTimers();
  store.kept.clear();
});
afterEach(() => vi.useRealTimers());

describe('Draft', () => {
  it('comes back when the form opens again, within a second of the last key', async () => {
    const first = form();
    first.type({ name: 'S' });
    for (let n = 0; n < 9; n++) {
      await vi.advanceTimersByTimeAsync(100);
      first.type({ name: `Sarin${n}` });
    }
    await vi.advanceTimersByTimeAsync(100);
    // No end of the form: the window was cut off here.
    const second = form();
    await second.draft.restore();
    expect(second.fields.name, 'typing on does not put the keeping off').toMatch(/^Sarin/);
    expect(second.draft.restored).not.toBeNull();
  });

  it('is kept at once when the form is left', async () => {
    const first = form();
    first.type({ note: 'half a th' });
    first.draft.leave();
    await settle();
    const second = form();
    await second.draft.restore();
    expect(second.fields.note).toBe('half a th');
  });

  it('goes when it was saved, and when it is discarded', async () => {
    const first = form();
    const act = new Act();
    act.draft = first.draft;
    first.type({ name: 'Sarin' });
    await vi.advanceTimersByTimeAsync(600);
    await act.run(async () => undefined);
    await settle();
    expect(store.kept.size).toBe(0);

    const second = form({ name: 'Sarin' });
    second.type({ name: 'Sarin, it was said' });
    await vi.advanceTimersByTimeAsync(600);
    const third = form({ name: 'Sarin' });
    await third.draft.restore();
    expect(third.fields.name).toBe('Sarin, it was said');
    third.draft.discard();
    await settle();
    expect(third.fields.name).toBe('Sarin');
    expect(store.kept.size).toBe(0);
  });

  it('stays when the act was refused', async () => {
    const first = form();
    const act = new Act();
    act.draft = first.draft;
    first.type({ name: 'Sarin' });
    await vi.advanceTimersByTimeAsync(600);
    await act.run(() => Promise.reject(new Error('no')));
    expect(store.kept.size).toBe(1);
  });

  it('never goes over what somebody typed meanwhile', async () => {
    const first = form();
    first.type({ name: 'old' });
    first.draft.leave();
    await settle();
    const second = form();
    const coming = second.draft.restore();
    second.type({ name: 'new' });
    await coming;
    expect(second.fields.name).toBe('new');
  });
});
