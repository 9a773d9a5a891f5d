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
