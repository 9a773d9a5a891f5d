import { type ErrorBody, type ErrorCode } from './bindings';

/** An answer of the door that says no: what happened, what to do, and which field it is about. */
export class Problem extends Error {
  readonly code: ErrorCode | 'unreachable';
  readonly hint: string | null;
  readonly field: string | null;
  readonly params: Record<string, unknown>;

  constructor(body: Omit<ErrorBody, 'code'> & { code: ErrorCode | 'unreachable' }) {
    super(body.message);
    this.name = 'Problem';
    this.code = body.code;
    this.hint = body.hint ?? null;
    this.field = body.field ?? null;
    this.params = (body.params ?? {}) as Record<string, unknown>;
  }
}

function isBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** What came over the wire as a refusal; anything else means that the door was not reached. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isBody(error)) return new Problem(error);
  const message = error instanceof Error ? error.message : String(error);
  return new Problem({ code: 'unreachable', message, hint: null, field: null, params: {} });
}
