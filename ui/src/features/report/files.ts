import { type ReportFormat } from '$lib/api/bindings';

export const extensions: Record<ReportFormat, string> = {
  html: 'html',
  pdf: 'pdf',
  md: 'md',
  claimreview: 'jsonld',
  json: 'json',
  csv: 'csv',
};

/** The name of a case without what file systems refuse. */
export function folderName(caseName: string): string {
  const safe = caseName
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return safe || 'report';
}

/** The name offered for a report. */
export function fileName(caseName: string, format: ReportFormat): string {
  return `${folderName(caseName)}.${extensions[format]}`;
}
