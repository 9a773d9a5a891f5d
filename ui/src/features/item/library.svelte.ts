import { type CaseAt, type CaseLine } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

/** What the tables and details of items and sources are drawn from: of one case, or of the whole workspace. */
export type Records = Pick<
  CaseAt,
  | 'accounts'
  | 'actor_names'
  | 'actors'
  | 'appearances'
  | 'authors'
  | 'captures'
  | 'carriers'
  | 'claims'
  | 'derivations'
  | 'editors'
  | 'excerpts'
  | 'findings'
  | 'holders'
  | 'items'
  | 'links'
  | 'offices'
  | 'reliabilities'
  | 'statements'
>;

/** Reads the records of the whole workspace, from every case; with `trashed`, items and actors in the trash instead. */
export async function readRecords(desk: Desk, trashed: boolean): Promise<Records> {
  const [
    items,
    actors,
    accounts,
    actor_names,
    appearances,
    authors,
    captures,
    carriers,
    claims,
    derivations,
    editors,
    excerpts,
    findings,
    holders,
    links,
    offices,
    reliabilities,
    statements,
  ] = await Promise.all([
    desk.read('item.list', { trashed }),
    desk.read('actor.list', { trashed }),
    desk.read('account.list', {}),
    desk.read('actor_name.list', {}),
    desk.read('appearance.list', {}),
    desk.read('author.list', {}),
    desk.read('capture.list', {}),
    desk.read('carrier.list', {}),
    desk.read('claim.list', {}),
    desk.read('derivation.list', {}),
    desk.read('editor.list', {}),
    desk.read('excerpt.list', {}),
    desk.read('finding.list', {}),
    desk.read('holder.list', {}),
    desk.read('evidence.list', {}),
    desk.read('office.list', {}),
    desk.read('reliability.list', {}),
    desk.read('statement.list', {}),
  ]);
  return {
    items,
    actors,
    accounts,
    actor_names,
    appearances,
    authors,
    captures,
    carriers,
    claims,
    derivations,
    editors,
    excerpts,
    findings,
    holders,
    links,
    offices,
    reliabilities,
    statements,
  };
}

/** The records of the workspace, and its cases by id, so that a record can say where it is used. */
export class Library {
  readonly records = new Resource<Records>();
  readonly cases = new Resource<CaseLine[]>();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  load(): void {
    void this.records.load(() => readRecords(this.#desk, false));
    void this.cases.load(() => this.#desk.read('case.list', {}));
  }

  caseName(id: string): string | undefined {
    return this.cases.value?.find((line) => line.id === id)?.name;
  }
}
