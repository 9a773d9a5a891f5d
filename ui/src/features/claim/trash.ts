import { type Desk } from '$lib/desk.svelte';

/** Moves claims to the trash. */
export async function trashClaims(desk: Desk, ids: readonly string[]): Promise<void> {
  for (const id of ids) await desk.write('claim.trash', { id });
}
