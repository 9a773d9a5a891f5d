import { describe, expect, it } from 'vitest';
import { day } from './day';
import { when as words } from './en/when';

describe('day', () => {
  it('writes plain dates in the reader’s form', () => {
    expect(day('2017-04-04', words)).toBe('4 April 2017');
    expect(day('2017-04', words)).toBe('April 2017');
    expect(day('2017', words)).toBe('2017');
    expect(day('2017-04~', words)).toBe('about April 2017');
    expect(day('2017?', words)).toBe('perhaps 2017');
    expect(day('2017-04-04/2017-04-07', words)).toBe('4 April 2017 to 7 April 2017');
  });
  it('shortens the month where there is little room', () => {
    expect(day('2017-04-04', words, 'short')).toBe('4 Apr 2017');
    expect(day('2017-04~', words, 'short')).toBe('about Apr 2017');
  });
  it('leaves the rest as written', () => {
    for (const written of ['2017-04-04/..', '201X', '2017-13', '2017-02-31', 'some day', ''])
      expect(day(written, words)).toBe(written);
  });
});
