import { type Code, type Problem as ProblemBody } from './bindings';

/** Every way to be refused, and one more: the door was not reached. */
export type ProblemCode = Code | 'unreachable';

/** An answer of the door that says no: what happened, what to do, and which field it is about. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly hint: string | null;
  readonly field: string | null;
  readonly params: Record<string, unknown>;

  constructor(body: Omit<ProblemBody, 'code'> & { code: ProblemCode }) {
    super(body.message);
    this.name = 'Problem';
    this.code = body.code;
    this.hint = body.hint;
    this.field = body.field;
    this.params = body.params;
  }
}

function isBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** What came over the wire as a refusal; anything else means that the door was not reached. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (isBody(error)) {
    const { code, message, hint = null, field = null, params = {} } = error;
    return new Problem({ code, message, hint, field, params });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new Problem({ code: 'unreachable', message, hint: null, field: null, params: {} });
}
