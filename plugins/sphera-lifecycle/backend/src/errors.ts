import { PublicError } from '@sphera/plugin-operations-node';

export { FieldError } from '@sphera/plugin-operations-node';

/** It is not the time for what was asked: somebody did it already, or something else comes first (409). */
export class NotItsTurnError extends PublicError {
  name = 'NotItsTurnError' as const;
  readonly statusCode = 409;
}
