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

/** A repository does not answer, or not as a repository does (503). No credentials in the sentence. */
export class RepositoryError extends PublicError {
  name = 'RepositoryError' as const;
  readonly statusCode = 503;
}

/** Why a remote refused a push. */
export type PushRefusal =
  /** The branch takes pull requests only. */
  | 'protected'
  /** A hook of the remote said no; its words are in the sentence. */
  | 'hook'
  /** The portal's account may not push. */
  | 'denied';

/** The remote refused a push (502). */
export class PushRefusedError extends PublicError {
  name = 'PushRefusedError' as const;
  readonly statusCode = 502;
  constructor(readonly refusal: PushRefusal, message: string) {
    super(message);
  }
}

/** A rollback cannot begin, or not be changed, as things stand (409). `details` names what is in the way. */
export class RollbackConflictError extends PublicError {
  name = 'RollbackConflictError' as const;
  readonly statusCode = 409;
  constructor(message: string, readonly details: { rollback?: string } = {}) {
    super(message);
  }
}

/** An outside system (GitHub, Slack, Argo CD, a registry) does not answer or says no (502 or 503). */
export class NeighbourError extends PublicError {
  name = 'NeighbourError' as const;
  readonly statusCode = 502;
  /**
   * @param isPassing - whether trying again later can help
   * @param retryAfter - how long it asks to be left alone, in milliseconds
   */
  constructor(
    message: string,
    readonly isPassing: boolean,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
