// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { applyLanguage, chosenLanguage, directionOf } from './language';

beforeEach(() => localStorage.clear());

describe('the language of the window', () => {
  it('is what was chosen, and else one that we have', () => {
    expect(chosenLanguage()).toBe('en');
    localStorage.setItem('counterclaim.language', 'en-XM');
    expect(chosenLanguage()).toBe('en-XM');
    localStorage.setItem('counterclaim.language', 'tlh');
    expect(chosenLanguage()).toBe('en');
  });
  it('is told to the page, with the way it is read', () => {
    applyLanguage();
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(['en', 'ltr']);
    expect(directionOf('en-XM')).toBe('rtl');
  });
});
