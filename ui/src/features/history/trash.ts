import { type CommandName, type Requests } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

/** The nouns whose records of one case can lie in the trash. */
export const trashNouns = [
  'account',
  'finding',
  'point',
  'claim',
  'statement',
  'answer',
  'silence',
  'evidence',
  'holder',
  'account_claim',
] as const;
export type TrashNoun = (typeof trashNouns)[number];

export interface Trashed {
  noun: TrashNoun;
  id: string;
  name: string;
}

/** Everything of a case that lies in the trash, by noun. */
export async function trashOf(desk: Desk, caseId: string): Promise<Trashed[]> {
  const lists = await Promise.all(
    trashNouns.map(async (noun) => {
      const list = await desk.read(`${noun}.list` satisfies CommandName, { case_id: caseId, trashed: true });
      return list.map(({ id, name }) => ({ noun, id, name }));
    }),
  );
  return lists.flat();
}

export async function bringBack(desk: Desk, one: Trashed): Promise<void> {
  const command = `${one.noun}.restore` satisfies CommandName;
  await desk.write(command, { id: one.id } satisfies Requests[typeof command]);
}
