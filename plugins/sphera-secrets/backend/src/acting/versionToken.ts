import { createHash } from 'node:crypto';
import { placeName, type Place } from '@sphera/plugin-secrets-common';

/**
 * Id of the version that a change makes in a place: the same for the same change, so
 * that every step can be repeated. 32 characters, as AWS wants at least.
 */
export function versionToken(changeId: string, place: Place): string {
  return createHash('sha256')
    .update(`${changeId}\n${placeName(place)}`)
    .digest('hex')
    .slice(0, 32);
}
