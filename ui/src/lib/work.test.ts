import { describe, expect, it } from 'vitest';
import { Work } from './work.svelte';

describe('Work', () => {
  it('tells how far it is while it runs, and nothing after', async () => {
    const work = new Work();
    const done = await work.run(async ({ progress }) => {
      progress?.({ stage: 'files', done: 1, total: 2 });
      expect([work.running, work.progress?.done]).toEqual([true, 1]);
      return 'done';
    });
    expect(done).toBe('done');
    expect([work.running, work.progress]).toEqual([false, undefined]);
  });
  it('is stopped by its signal', async () => {
    const work = new Work();
    const running = work.run(
      ({ signal }) =>
        new Promise((_, refuse) => signal?.addEventListener('abort', () => refuse(new Error('stopped')))),
    );
    work.stop();
    await expect(running).rejects.toThrow('stopped');
    expect(work.running).toBe(false);
  });
});
