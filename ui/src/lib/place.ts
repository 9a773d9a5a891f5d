// Where in the app one is, as the address after the hash. Pure: words in, place out, and back.

export const caseTabs = ['compare', 'claims', 'evidence', 'timeline', 'review', 'report', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

/** A preserved copy that is open to be read, perhaps at one excerpt of it. */
export interface Read {
  capture: string;
  excerpt?: string;
}

/** With `at`, the record that is to be found there: brought into sight, opened, and given the focus; with `read`, a copy of the item that is open. */
export type Place =
  | { view: 'cases'; trash: boolean; archive?: true }
  | { view: 'sources'; sub: string | null; at?: string }
  | { view: 'items'; sub: string | null; read?: Read; at?: string }
  | { view: 'reports'; at?: string }
  | { view: 'history'; at?: string }
  | { view: 'settings' }
  /** A record by its id alone: the window asks where it stands, and goes there. */
  | { view: 'record'; id: string }
  | { view: 'case'; id: string; tab: CaseTab; sub: string | null; read?: Read; at?: string };

export const home: Place = { view: 'cases', trash: false };

function isTab(word: string | undefined): word is CaseTab {
  return caseTabs.some((tab) => tab === word);
}

/** An address that says nothing known leads to the list of cases. */
export function parsePlace(hash: string): Place {
  const words = hash
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
  const last = words.length > 2 && words.at(-2) === 'at' ? words.at(-1) : undefined;
  const at = last === undefined ? {} : { at: last };
  const [head, ...rest] = last === undefined ? words : words.slice(0, -2);
  if (head === 'settings') return { view: 'settings' };
  if (head === 'history' || head === 'reports') return { view: head, ...at };
  if (head === 'sources') return { view: head, sub: rest[0] ?? null, ...at };
  if (head === 'items') return { view: head, sub: rest[0] ?? null, ...readOf(rest.slice(1)), ...at };
  if (head === 'record' && rest[0]) return { view: 'record', id: rest[0] };
  if (head === 'case' && rest[0]) {
    const tab = isTab(rest[1]) ? rest[1] : 'compare';
    const read = tab === 'evidence' ? readOf(rest.slice(3)) : {};
    return { view: 'case', id: rest[0], tab, sub: rest[2] ?? null, ...read, ...at };
  }
  if (head === 'cases' && rest[0] === 'archive') return { view: 'cases', trash: false, archive: true };
  return { view: 'cases', trash: head === 'cases' && rest[0] === 'trash' };
}

/** What stands behind an item: `read`, the copy, and perhaps the excerpt. */
function readOf([word, capture, excerpt]: readonly string[]): { read?: Read } {
  if (word !== 'read' || capture === undefined) return {};
  return { read: excerpt === undefined ? { capture } : { capture, excerpt } };
}

function formatRead(read: Read | undefined): string {
  if (!read) return '';
  const excerpt = read.excerpt === undefined ? '' : `/${encodeURIComponent(read.excerpt)}`;
  return `/read/${encodeURIComponent(read.capture)}${excerpt}`;
}

export function formatPlace(place: Place): string {
  const at = 'at' in place && place.at !== undefined ? `/at/${encodeURIComponent(place.at)}` : '';
  return `${formatWhere(place)}${at}`;
}

function formatWhere(place: Place): string {
  switch (place.view) {
    case 'cases':
      return place.trash ? '#/cases/trash' : place.archive ? '#/cases/archive' : '#/cases';
    case 'sources':
      return place.sub === null ? '#/sources' : `#/sources/${encodeURIComponent(place.sub)}`;
    case 'items':
      return place.sub === null
        ? '#/items'
        : `#/items/${encodeURIComponent(place.sub)}${formatRead(place.read)}`;
    case 'reports':
      return '#/reports';
    case 'history':
      return '#/history';
    case 'settings':
      return '#/settings';
    case 'record':
      return `#/record/${encodeURIComponent(place.id)}`;
    case 'case': {
      const sub = place.sub === null ? '' : `/${encodeURIComponent(place.sub)}${formatRead(place.read)}`;
      return `#/case/${encodeURIComponent(place.id)}/${place.tab}${sub}`;
    }
  }
}
