// Where in the app one is, as the address after the hash. Pure: words in, place out, and back.

export const caseTabs = ['compare', 'claims', 'evidence', 'timeline', 'review', 'report', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

export type Place =
  | { view: 'cases'; trash: boolean; archive?: true }
  | { view: 'sources'; sub: string | null }
  | { view: 'items'; sub: string | null }
  | { view: 'reports' }
  | { view: 'history' }
  | { view: 'settings' }
  | { view: 'case'; id: string; tab: CaseTab; sub: string | null };

export const home: Place = { view: 'cases', trash: false };

function isTab(word: string | undefined): word is CaseTab {
  return caseTabs.some((tab) => tab === word);
}

/** An address that says nothing known leads to the list of cases. */
export function parsePlace(hash: string): Place {
  const [head, ...rest] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
  if (head === 'settings') return { view: 'settings' };
  if (head === 'history') return { view: 'history' };
  if (head === 'sources' || head === 'items') return { view: head, sub: rest[0] ?? null };
  if (head === 'reports') return { view: 'reports' };
  if (head === 'case' && rest[0]) {
    const tab = isTab(rest[1]) ? rest[1] : 'compare';
    return { view: 'case', id: rest[0], tab, sub: rest[2] ?? null };
  }
  if (head === 'cases' && rest[0] === 'archive') return { view: 'cases', trash: false, archive: true };
  return { view: 'cases', trash: head === 'cases' && rest[0] === 'trash' };
}

export function formatPlace(place: Place): string {
  switch (place.view) {
    case 'cases':
      return place.trash ? '#/cases/trash' : place.archive ? '#/cases/archive' : '#/cases';
    case 'sources':
    case 'items':
      return place.sub === null ? `#/${place.view}` : `#/${place.view}/${encodeURIComponent(place.sub)}`;
    case 'reports':
      return '#/reports';
    case 'history':
      return '#/history';
    case 'settings':
      return '#/settings';
    case 'case': {
      const sub = place.sub === null ? '' : `/${encodeURIComponent(place.sub)}`;
      return `#/case/${encodeURIComponent(place.id)}/${place.tab}${sub}`;
    }
  }
}
