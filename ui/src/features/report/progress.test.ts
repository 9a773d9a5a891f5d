import { expect, it } from 'vitest';
import { says } from './progress';

it('names the format that is being written, and leaves other stages their words', () => {
  const words = says(() => ['html', 'pdf']);
  expect(words({ stage: 'formats', done: 0, total: 2 })).toContain('HTML');
  expect(words({ stage: 'formats', done: 1, total: 2 })).toContain('PDF');
  expect(words({ stage: 'formats', done: 2, total: 2 })).toBeUndefined();
  expect(words({ stage: 'files', done: 0, total: 2 })).toBeUndefined();
});
