// The reports of all cases, each with its case, its time and the files that left the house.
import { type ReportFile } from '$lib/api/bindings';
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
  files: ReportFile[];
}

export async function readPublished(desk: Desk): Promise<PublishedRow[]> {
  const [reports, cases, editors] = await Promise.all([
    desk.read('report.list', {}),
    desk.read('case.list', {}),
    desk.read('editor.list', {}),
  ]);
  const caseIds = [...new Set(reports.map((report) => report.case_id))];
  const views = new Map(
    await Promise.all(
      caseIds.map(async (case_id) => [case_id, await desk.read('case.show', { case_id })] as const),
    ),
  );
  const times = new Map<string, string>();
  for (const report of reports) {
    const [first] = (await desk.read('history.list', { record_id: report.uuid })).toReversed();
    if (first) times.set(report.uuid, first.time);
  }
  const numberOf = new Map<string, string>(reports.map((report) => [report.uuid, report.number]));
  return reports.map((report) => ({
    id: report.uuid,
    number: report.number,
    caseId: report.case_id,
    caseName: cases.find((line) => line.id === report.case_id)?.name ?? views.get(report.case_id)?.name ?? '',
    published: times.get(report.uuid) ?? '',
    by: editors.find((editor) => editor.uuid === report.editor_id)?.name ?? '',
    supersedes: report.supersedes_id === null ? null : (numberOf.get(report.supersedes_id) ?? null),
    supersededBy: reports.find((other) => other.supersedes_id === report.uuid)?.number ?? null,
    reason: report.reason,
    files: (views.get(report.case_id)?.case.report_files ?? []).filter(
      (file) => file.report_id === report.uuid,
    ),
  }));
}
