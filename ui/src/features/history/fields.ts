/** A field that an operation changed, as text before and after; null where there was none. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

const quiet = new Set(['uuid', 'case_id']);

function asFields(image: unknown): Record<string, unknown> {
  return typeof image === 'object' && image !== null ? (image as Record<string, unknown>) : {};
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The fields of a row that differ between its images, in the order in which they stand there. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [asFields(before), asFields(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !quiet.has(name));
  return names
    .map((field) => ({ field, before: asText(old[field]), after: asText(now[field]) }))
    .filter((change) => change.before !== change.after);
}
