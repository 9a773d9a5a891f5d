import { describe, expect, it } from 'vitest';
import { Problem } from './api/problem';
import { Act, Resource } from './resource.svelte';

const refusal = (field: string | null): Problem =>
  new Problem({ code: 'invalid', message: 'no', hint: 'do this', field, params: {} });

function later<T>(): { promise: Promise<T>; done: (value: T) => void } {
  let done: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => (done = resolve));
  return { promise, done };
}

describe('Resource', () => {
  it('drops an older answer that comes late', async () => {
    const resource = new Resource<string>();
    const [slow, quick] = [later<string>(), later<string>()];
    const first = resource.load(() => slow.promise);
    const second = resource.load(() => quick.promise);
    quick.done('new');
    slow.done('old');
    await Promise.all([first, second]);
    expect(resource.value).toBe('new');
  });

  it('keeps the last good answer in sight when a newer read is refused', async () => {
    const resource = new Resource<string>();
    await resource.load(async () => 'good');
    await resource.load(() => Promise.reject(refusal('known_by')));
    expect(resource.value).toBe('good');
    expect(resource.problem?.field).toBe('known_by');
    await resource.load(async () => 'better');
    expect(resource.problem).toBeUndefined();
  });
});

describe('Act', () => {
  it('runs once at a time, and tells which field was refused', async () => {
    const act = new Act();
    const { promise, done } = later<string>();
    const first = act.run(() => promise);
    expect(act.busy).toBe(true);
    expect(await act.run(async () => undefined), 'a second press does nothing').toBe(false);
    done('done');
    expect(await first).toBe(true);
    expect(await act.run(() => Promise.reject(refusal('name')))).toBe(false);
    expect([act.at('name'), act.at('other')]).toEqual(['no', undefined]);
  });

  it('words a fault that is no refusal', async () => {
    const act = new Act();
    await act.run(() => Promise.reject(new Error('broken pipe')));
    expect(act.problem).toMatchObject({ code: 'unreachable', message: 'broken pipe' });
  });
});
