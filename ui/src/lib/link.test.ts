import { describe, expect, it } from 'vitest';
import { linkTo, placeOfLink } from './link';
import { type Place } from './place';

describe('links', () => {
  const places: Place[] = [
    { view: 'cases', trash: false },
    { view: 'settings' },
    { view: 'case', id: '0192-a', tab: 'claims', sub: '0193' },
    { view: 'case', id: '0192-a', tab: 'compare', sub: null },
    { view: 'case', id: '0192-a', tab: 'compare', sub: null, at: '0194' },
    { view: 'case', id: '0192-a', tab: 'claims', sub: '0193', at: '0194' },
    { view: 'items', sub: '0193', at: '0194' },
    { view: 'history', at: '0194' },
    { view: 'record', id: '0194' },
  ];
  it.each(places)('lead back to where they were copied: %o', (place) => {
    expect(placeOfLink(linkTo(place))).toEqual(place);
  });
  it('read as an address', () => {
    expect(linkTo({ view: 'case', id: '0192-a', tab: 'claims', sub: '0193' })).toBe(
      'counterclaim://case/0192-a/claims/0193',
    );
  });
  it('are ours alone', () => {
    expect(placeOfLink('https://example.org/case/1')).toBeUndefined();
    expect(placeOfLink(' counterclaim://case/1 ')).toEqual({
      view: 'case',
      id: '1',
      tab: 'compare',
      sub: null,
    });
  });
});
