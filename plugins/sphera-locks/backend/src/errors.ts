import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Lock } from '@sphera/plugin-locks-common';

/** There never was such a lock (404). */
export class UnknownLockError extends NotFoundError {
  constructor(id: string) {
    super(`There is no lock with the id ${id}`);
  }
}

/** Somebody, or time, was faster (409). `details.lock` is the lock as it ended. */
export class AlreadyEndedError extends ConflictError {
  readonly details: { lock: Lock };
  constructor(lock: Lock) {
    const { how, by, at } = lock.ended!;
    super(
      how === 'released'
        ? `This lock was already taken off by ${by} at ${at}`
        : `This lock already ended by itself at ${at}`,
    );
    this.details = { lock };
  }
}

/** Another lock has the id that a caller gave to a new one (409). */
export class SameIdError extends ConflictError {
  constructor({ id, placedBy }: Lock) {
    super(
      `The id ${id} belongs to another lock, placed by ${placedBy}: give each lock a new UUID, or none`,
    );
  }
}

/** A lock that a freeze window holds goes when the window does (409). */
export class HeldByWindowError extends ConflictError {
  constructor(window: string, setIn?: string) {
    super(
      `This lock is held by the freeze window ${window} and cannot be taken off by itself: ${
        setIn ? `change ${setIn} in the configuration` : 'delete the window'
      }`,
    );
  }
}

/** There is no such window, or somebody was faster (404). */
export class UnknownWindowError extends NotFoundError {
  constructor(id: string) {
    super(`There is no freeze window with the id ${id}`);
  }
}

/** A window from the configuration is changed there (409). */
export class ConfiguredWindowError extends ConflictError {
  constructor(setIn: string) {
    super(
      `This freeze window is set in the configuration and cannot be deleted here: change ${setIn}`,
    );
  }
}
