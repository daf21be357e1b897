import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { ClusterUnavailableError } from '../ClusterUnavailableError';
import { ApiFailure } from './ApiFailure';

/** How RBAC refuses: `User "x" cannot patch resource "deployments" in API group "apps" …`. */
const MISSING_RIGHT = /cannot (\S+) resource "([^"]+)"/;

/** What one call was about, for messages. */
export interface Errand {
  cluster: string;
  /** `deployment payments/payments-api`. */
  about: string;
}

/** The error that a caller can act on. */
export function clientError(error: unknown, errand: Errand): Error {
  if (!(error instanceof ApiFailure)) return error as Error;
  const { cluster, about } = errand;
  const { status } = error;
  const said = status?.message ?? error.message;
  switch (status?.code) {
    case 404:
      return new NotFoundError(
        `There is no ${about} in cluster ${cluster} (any more)`,
      );
    case 409:
      return new ConflictError(
        `Somebody else changed ${about} in cluster ${cluster} meanwhile. Look at it again and repeat what you did`,
      );
    case 403: {
      const right = MISSING_RIGHT.exec(said);
      return right
        ? new NotAllowedError(
            `The portal's account may not ${right[1]} ${right[2]} in cluster ${cluster} (for ${about}). Apply the ClusterRole that sphera ships`,
          )
        : refused(said, errand);
    }
    case 400:
    case 413:
    case 415:
    case 422:
      return refused(said, errand);
    default:
      return new ClusterUnavailableError(
        `Cluster ${cluster} could not do it. ${error.sentence}`,
      );
  }
}

function refused(said: string, { cluster, about }: Errand) {
  return new InputError(`Cluster ${cluster} refuses it for ${about}: ${said}`);
}
