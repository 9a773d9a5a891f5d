import { type Actor, type ActorKind } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

/** A name in a form, with the kind that it gets if it is new. */
export interface TypedActor {
  name: string;
  kind: ActorKind;
}

export function nobody(kind: ActorKind = 'person'): TypedActor {
  return { name: '', kind };
}

/** The actors of the workspace, by name. */
export class Actors {
  readonly all = new Resource<Pick<Actor, 'uuid' | 'name'>[]>();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  load(): Promise<void> {
    return this.all.load(() => this.#desk.read('actor.list', {}));
  }

  /** Reads them once, when a form is about to ask for one. */
  async ready(): Promise<void> {
    if (this.all.value === undefined) await this.load();
  }

  get names(): string[] {
    return (this.all.value ?? []).map((actor) => actor.name);
  }

  idOf(name: string): string | undefined {
    const wanted = name.trim();
    return this.all.value?.find((actor) => actor.name === wanted)?.uuid;
  }

  /** The actor of that name, added if nobody has it; null for an empty name. */
  async resolve(typed: TypedActor): Promise<string | null> {
    const name = typed.name.trim();
    if (name === '') return null;
    await this.ready();
    const known = this.idOf(name);
    if (known) return known;
    const { id } = await this.#desk.write('actor.add', { name, kind: typed.kind });
    await this.load();
    return id;
  }
}
