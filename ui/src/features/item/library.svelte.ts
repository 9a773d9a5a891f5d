import { type CaseAt, type Related } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

/** What the details of items and sources are drawn from: the records of one case, or those around one item or actor. */
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

/** The records around one item or actor, with the cases by name, so that a record can say where it is used. */
export class Library {
  readonly records = new Resource<Related>();
  readonly #desk: Desk;
  readonly #around: 'item.related' | 'actor.related';

  constructor(desk: Desk, around: 'item.related' | 'actor.related') {
    this.#desk = desk;
    this.#around = around;
  }

  /** Reads what is around that one; nothing where none is open. */
  load(id: string | null): void {
    if (id === null) return this.records.clear();
    void this.records.load(() => this.#desk.read(this.#around, { id }));
  }

  caseName(id: string): string | undefined {
    return this.records.value?.cases.find((line) => line.id === id)?.name;
  }
}
