import { type CaseSort, type CaseStatus, type Requests } from '$lib/api/bindings';

/** Stands for "nobody takes care of it" where an editor's id would stand. */
export const nobody = 'nobody';

/** Which cases are listed, and in which order. */
export interface CaseFilter {
  status: CaseStatus | '';
  /** An editor's id, `nobody`, or empty for anyone. */
  assignee: string;
  tag: string;
  sort: CaseSort;
  backward: boolean;
}

export const plainFilter: CaseFilter = {
  status: '',
  assignee: '',
  tag: '',
  sort: 'changed',
  backward: true,
};

const statuses: readonly string[] = ['draft', 'open', 'review', 'published', 'closed'] satisfies CaseStatus[];
const sorts: readonly string[] = [
  'added',
  'name',
  'status',
  'assignee',
  'changed',
  'open_points',
  'rated_share',
  'accounts',
  'tag',
] satisfies CaseSort[];
/** Where the first click shows the other end: what changed last, what is most open, and where most accounts are. */
const fromTheEnd: readonly CaseSort[] = ['changed', 'open_points', 'accounts'];

export function narrows(filter: CaseFilter): boolean {
  return filter.status !== '' || filter.assignee !== '' || filter.tag !== '';
}

/** The order after a click on a column's head: its own, and then the other way round. */
export function sortedBy(filter: CaseFilter, sort: CaseSort): CaseFilter {
  return filter.sort === sort
    ? { ...filter, backward: !filter.backward }
    : { ...filter, sort, backward: fromTheEnd.includes(sort) };
}

export function requestOf(
  filter: CaseFilter,
  shelf: { trash: boolean; archive: boolean },
): Requests['case.list'] {
  return {
    trashed: shelf.trash,
    archived: shelf.archive,
    status: filter.status || null,
    assignee_id: filter.assignee && filter.assignee !== nobody ? filter.assignee : null,
    unassigned: filter.assignee === nobody,
    tag: filter.tag || null,
    sort: filter.sort,
    backward: filter.backward,
  };
}

/** The same, to count by status: where they stand and in which order does not matter. */
export function countsOf(
  filter: CaseFilter,
  shelf: { trash: boolean; archive: boolean },
): Requests['case.counts'] {
  const request = requestOf(filter, shelf);
  return {
    trashed: request.trashed ?? null,
    archived: request.archived ?? null,
    assignee_id: request.assignee_id ?? null,
    unassigned: request.unassigned ?? null,
    tag: request.tag ?? null,
  };
}

/** A filter that a person named. */
export interface SavedFilter {
  name: string;
  filter: CaseFilter;
}

function readFilter(value: unknown): CaseFilter | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Partial<Record<keyof CaseFilter, unknown>>;
  const { status, assignee, tag, sort, backward } = given;
  if (typeof status !== 'string' || (status !== '' && !statuses.includes(status))) return null;
  if (typeof sort !== 'string' || !sorts.includes(sort)) return null;
  if (typeof assignee !== 'string' || typeof tag !== 'string' || typeof backward !== 'boolean') return null;
  return { status: status as CaseStatus | '', assignee, tag, sort: sort as CaseSort, backward };
}

/** What was kept, without what cannot be read any more. */
export function readSaved(value: unknown): SavedFilter[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('name' in each) || !('filter' in each)) return [];
    const filter = readFilter(each.filter);
    return filter && typeof each.name === 'string' ? [{ name: each.name, filter }] : [];
  });
}

export function same(a: CaseFilter, b: CaseFilter): boolean {
  return (
    a.status === b.status &&
    a.assignee === b.assignee &&
    a.tag === b.tag &&
    a.sort === b.sort &&
    a.backward === b.backward
  );
}
