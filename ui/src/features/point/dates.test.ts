import { describe, expect, it } from 'vitest';
import { t } from '$lib/words';
import { shortDate, yearOf } from './dates';

const short = (edtf: string, year: string | null = '2017'): string => shortDate(edtf, year, t.compare.dates);

describe('shortDate', () => {
  it('leaves out the year that the case has', () => {
    expect(short('2017-04-11')).toBe('11 Apr');
    expect(short('2018-04-11')).toBe('11 Apr 2018');
    expect(short('2017-09')).toBe('Sept 2017');
    expect(short('2017')).toBe('2017');
  });

  it('says what is not sure', () => {
    expect(short('2017-04-04~')).toBe('about 4 Apr');
    expect(short('2017-04-11/2017-04-12')).toBe('11 Apr to 12 Apr');
    expect(short('[2017-04-11..2017-04-12]')).toBe('between 11 Apr and 12 Apr');
  });

  it('shows as written what is no plain date', () => {
    for (const odd of ['2017-04-11?', 'XXXX-04', 'soon']) expect(short(odd)).toBe(odd);
  });

  it('knows the year of a date', () => {
    expect(yearOf('2017-04')).toBe('2017');
    expect(yearOf(null)).toBeNull();
  });
});
