import { PlaceError } from '../../errors';
import type { Errand } from './Errand';
import type { Thrown } from './placeError';
import { isUnreachable, unreachable } from './unreachable';

/** Why the portal got no credentials for a place. */
export function signInError(
  thrown: Thrown,
  { account, place }: Errand,
): PlaceError {
  if (isUnreachable(thrown)) {
    return unreachable('The sign-in of AWS (STS)', thrown, place);
  }
  if (/^AccessDenied/.test(thrown.name ?? '')) {
    return new PlaceError(
      'denied',
      `The portal may not take on its role of account ${account} for ${place}: allow it sts:AssumeRole on that role, and name the portal in the role's trust policy`,
    );
  }
  return new PlaceError(
    'signed-out',
    `The portal has no credentials for ${place}: check ${
      account
        ? `that aws.accounts of the configuration has account ${account} with a role that exists`
        : 'aws.mainAccount of the configuration'
    }`,
  );
}
