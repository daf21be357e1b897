import { PublicError } from '@sphera/plugin-operations-node';

export { FieldError, NeighbourError } from '@sphera/plugin-operations-node';

/** Something stands in the way of a creation: a name that is taken, a step that runs, a repository of somebody else (409). */
export class CreationConflictError extends PublicError {
  name = 'CreationConflictError' as const;
  readonly statusCode = 409;
  constructor(message: string, readonly details: { creation?: string } = {}) {
    super(message);
  }
}

/** What was asked for is not set up in this portal (503). The sentence says how. */
export class NotConfiguredError extends PublicError {
  name = 'NotConfiguredError' as const;
  readonly statusCode = 503;
}

/** Another capability of the portal said no; in its own words, and with its own status. */
export class AskedError extends PublicError {
  name = 'AskedError' as const;
  constructor(message: string, readonly statusCode: number) {
    super(message);
  }
}
