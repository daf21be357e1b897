import { PublicError } from '@sphera/plugin-operations-node';

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

/** A manifest holds what a service may not bring into its clusters (422). */
export class ManifestError extends PublicError {
  name = 'ManifestError' as const;
  readonly statusCode = 422;
}
