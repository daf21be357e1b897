import { InputError } from '@backstage/errors';
import type { FieldProblem } from '@sphera/plugin-operations-node';

/** A field that is well formed and still cannot be (400). */
export class FieldError extends InputError {
  readonly details: { fields: FieldProblem[] };
  /** @param message - what it should be, as the end of a sentence that begins with the field */
  constructor(field: string, message: string) {
    super(`${field} ${message}`);
    this.details = { fields: [{ field, message }] };
  }
}
