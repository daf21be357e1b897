import { ConflictError } from '@backstage/errors';

/** A flag or a roll-out cannot be changed like this as things stand (409). `details` names what is in the way. */
export class FlagConflictError extends ConflictError {
  constructor(
    message: string,
    readonly details: { rollout?: string; cluster?: string } = {},
  ) {
    super(message);
  }
}
