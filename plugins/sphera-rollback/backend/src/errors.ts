import { PublicError } from '@sphera/plugin-operations-node';

/** A service has no file here that a rollback could change (422). */
export class NoLayoutError extends PublicError {
  name = 'NoLayoutError' as const;
  readonly statusCode = 422;
}

/** The version cannot be found in a file, or not without doubt (422). The sentence has the place and what would be right; the file is put in front. */
export class SpotError extends PublicError {
  name = 'SpotError' as const;
  readonly statusCode = 422;
}

/** A rollback cannot begin, or not be changed, as things stand (409). `details` names what is in the way. */
export class RollbackConflictError extends PublicError {
  name = 'RollbackConflictError' as const;
  readonly statusCode = 409;
  constructor(message: string, readonly details: { rollback?: string } = {}) {
    super(message);
  }
}
