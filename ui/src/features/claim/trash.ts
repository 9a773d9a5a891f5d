import { type Desk } from '$lib/desk.svelte';

/** Moves claims to the trash, as one operation. */
export async function trashClaims(desk: Desk, ids: readonly string[]): Promise<void> {
  await desk.write('record.trash_all', { table: 'claim', ids: [...ids] });
}
