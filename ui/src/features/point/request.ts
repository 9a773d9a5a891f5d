import { type Requests } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

/** What the points grid of a case asks for, as the case is looked at. */
export function pointsRequest(desk: Desk, caseId: string, commonFirst: boolean): Requests['compare.points'] {
  return { case_id: caseId, ...desk.view, common_ground_first: commonFirst };
}
