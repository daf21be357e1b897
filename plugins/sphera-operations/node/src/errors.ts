import { CustomErrorBase, InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * An error that whoever called may see: its message is a sentence for people and
 * holds no value that must stay secret, nor do its `details`. Everything that is
 * neither one of these nor of `@backstage/errors` is answered with a number alone.
 */
export abstract class PublicError extends CustomErrorBase {
  /** HTTP status that it is answered with. */
  abstract readonly statusCode: number;
}

/** A lock stands in the way (409). `details.locks` names it. */
export class LockedError extends PublicError {
  name = 'LockedError' as const;
  readonly statusCode = 409;
  constructor(message: string, readonly details: JsonObject) {
    super(message);
  }
}

/** The call exceeds a limit that the infrastructure team set (422). `details` has the limit and the allowed range. */
export class GuardrailError extends PublicError {
  name = 'GuardrailError' as const;
  readonly statusCode = 422;
  constructor(message: string, readonly details: JsonObject) {
    super(message);
  }
}

/** Something was done in some places and not in others (502). `details` says where. */
export class PartlyDoneError extends PublicError {
  name = 'PartlyDoneError' as const;
  readonly statusCode = 502;
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

/** A field that is well formed and still cannot be (400). */
export class FieldError extends InputError {
  readonly details: { fields: FieldProblem[] };
  /** @param message - what it should be, as the end of a sentence that begins with the field */
  constructor(field: string, message: string) {
    super(`${field} ${message}`);
    this.details = { fields: [{ field, message }] };
  }
}
