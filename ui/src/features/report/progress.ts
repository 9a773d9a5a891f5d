import { type Progress, type ReportFormat } from '$lib/api/bindings';
import { t } from '$lib/words';

/** What long work on a report is doing: which format is being written. Other stages have their usual words. */
export function says(formats: () => readonly ReportFormat[]): (progress: Progress) => string | undefined {
  return ({ stage, done }) => {
    const format = stage === 'formats' ? formats()[done] : undefined;
    return format === undefined ? undefined : t.report.writing(t.lists.format[format]);
  };
}
