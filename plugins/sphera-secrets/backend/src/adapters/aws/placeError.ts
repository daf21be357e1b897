import { PlaceError } from '../../errors';
import { CredentialsFailure } from './CredentialsFailure';
import type { Errand } from './Errand';
import { isSignedOut, serviceError } from './serviceError';
import { signInError } from './signInError';
import { TooLate } from './TooLate';
import { isUnreachable, unreachable } from './unreachable';

/** What the SDK throws, as far as it matters here. */
export interface Thrown {
  name?: string;
  message?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

/**
 * The error that a caller can act on. Its sentence is ours alone: words of AWS may quote
 * what was sent, and values are among it.
 */
export function placeError(error: unknown, errand: Errand): PlaceError {
  if (error instanceof PlaceError) return error;
  if (error instanceof TooLate) return tooLate(error, errand);
  if (error instanceof CredentialsFailure) {
    return signInError(error.cause as Thrown, errand);
  }
  const thrown = error as Thrown;
  if (isUnreachable(thrown)) {
    return unreachable('AWS Secrets Manager', thrown, errand.place);
  }
  if (isSignedOut(thrown)) {
    return new PlaceError(
      'signed-out',
      `AWS does not accept the credentials of the portal in ${
        errand.place
      }, new ones neither: check ${
        errand.account
          ? `the entry of account ${errand.account} in aws.accounts`
          : 'aws.mainAccount'
      } of the configuration`,
    );
  }
  return serviceError(thrown, errand);
}

function tooLate({ milliseconds, wasThrottled }: TooLate, errand: Errand) {
  return wasThrottled
    ? serviceError({ name: 'ThrottlingException' }, errand)
    : new PlaceError(
        'unreachable',
        `AWS Secrets Manager did not answer within ${
          milliseconds / 1_000
        } seconds in ${errand.place}: try again in a minute`,
      );
}
