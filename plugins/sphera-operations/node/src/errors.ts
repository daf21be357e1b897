import { CustomErrorBase } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/** A lock stands in the way (409). `details.locks` names it. */
export class LockedError extends CustomErrorBase {
  name = 'LockedError' as const;
  readonly statusCode = 409;
  constructor(message: string, readonly details: JsonObject) {
    super(message);
  }
}

/** The call exceeds a limit that the infrastructure team set (422). `details` has the limit and the allowed range. */
export class GuardrailError extends CustomErrorBase {
  name = 'GuardrailError' as const;
  readonly statusCode = 422;
  constructor(message: string, readonly details: JsonObject) {
    super(message);
  }
}

/** One field of an input that is wrong. */
export interface FieldProblem {
  /** Path of the field, like `actions.0`. Empty: the input as a whole. */
  field: string;
  /** What it should be, as the end of a sentence that begins with the field. */
  message: string;
}
