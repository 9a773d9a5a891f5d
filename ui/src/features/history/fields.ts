/** A field that an operation changed, as it stood before and after; null where there was none. */
export interface FieldChange {
  field: string;
  before: Value;
  after: Value;
}

export type Value = string | number | boolean | null;

// Identity, and what the row of the change already says.
const quiet = new Set(['uuid', 'case_id', 'erased']);
// Where a row came or went, these say nothing as long as they hold what every new row holds.
const usual: Record<string, Value> = { trashed: 0, archived: 0, example: 0, preset: 0, for_law: 0, done: 0 };

function asFields(image: unknown): Record<string, unknown> {
  return typeof image === 'object' && image !== null ? (image as Record<string, unknown>) : {};
}

function asValue(value: unknown): Value {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}

/** The fields of a row that differ between its images, in the order in which they stand there. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [asFields(before), asFields(after)];
  const whole = before === null || before === undefined || after === null || after === undefined;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !quiet.has(name));
  return names
    .map((field) => ({ field, before: asValue(old[field]), after: asValue(now[field]) }))
    .filter((change) => change.before !== change.after)
    .filter((change) => {
      if (!whole) return true;
      const stood = Number(change.after ?? change.before);
      return !(change.field in usual && usual[change.field] === stood) && change.field !== 'position';
    });
}

/** The fields of a row whose text was erased. */
export function erasedFields(image: unknown): string[] {
  const { erased } = asFields(image);
  return typeof erased === 'string' ? erased.split(',').filter(Boolean) : [];
}
