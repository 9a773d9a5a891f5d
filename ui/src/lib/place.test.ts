import { describe, expect, it } from 'vitest';
import { formatPlace, parsePlace, type Place } from './place';

describe('place', () => {
  const places: Place[] = [
    { view: 'cases', trash: false },
    { view: 'cases', trash: true },
    { view: 'cases', trash: false, archive: true },
    { view: 'settings' },
    { view: 'history' },
    { view: 'items', sub: null },
    { view: 'items', sub: '0195' },
    { view: 'sources', sub: 'a/b' },
    { view: 'reports' },
    { view: 'items', sub: '0195', read: { capture: '0196' } },
    { view: 'items', sub: '0195', read: { capture: '0196', excerpt: '0197' }, at: '0198' },
    { view: 'case', id: 'a', tab: 'evidence', sub: '0195', read: { capture: '0196', excerpt: 'a/b' } },
    { view: 'case', id: '0192-a', tab: 'claims', sub: '0193' },
    { view: 'case', id: 'a/b %', tab: 'compare', sub: null },
  ];
  it.each(places)('comes back from its address: %o', (place) => {
    expect(parsePlace(formatPlace(place))).toEqual(place);
  });
  it('leads to the list when the address says nothing known', () => {
    expect(parsePlace('')).toEqual({ view: 'cases', trash: false });
    expect(parsePlace('#/nowhere/x')).toEqual({ view: 'cases', trash: false });
    expect(parsePlace('#/case')).toEqual({ view: 'cases', trash: false });
  });
  it('opens a case on the comparison', () => {
    expect(parsePlace('#/case/1')).toMatchObject({ tab: 'compare' });
    expect(parsePlace('#/case/1/nothing')).toMatchObject({ tab: 'compare' });
  });
});
