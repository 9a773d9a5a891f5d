// The reports of all cases, each with its case, its time and the files that left the house.
import { type PublishedFile } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

export interface PublishedRow {
  id: string;
  number: string;
  caseId: string;
  caseName: string;
  /** When it was published (instant); empty where its operation is not in this history. */
  published: string;
  by: string;
  supersedes: string | null;
  supersededBy: string | null;
  reason: string | null;
  files: PublishedFile[];
}

export async function readPublished(desk: Desk): Promise<PublishedRow[]> {
  const reports = await desk.read('report.list', {});
  const caseIds = [...new Set(reports.map((report) => report.case_id))];
  const names = new Map(
    await Promise.all(
      caseIds.map(async (id) => [id, (await desk.read('case.record', { id })).name] as const),
    ),
  );
  return reports.map((report) => ({
    id: report.id,
    number: report.number,
    caseId: report.case_id,
    caseName: names.get(report.case_id) ?? '',
    published: report.published ?? '',
    by: report.editor,
    supersedes: report.supersedes?.number ?? null,
    supersededBy: report.superseded_by?.number ?? null,
    reason: report.reason,
    files: report.files,
  }));
}
