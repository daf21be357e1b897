import type { InputOf, Target } from '@sphera/plugin-operations-common';
import type { adoptSecret, Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../../adapters/SecretsClient';
import type { ActingParts } from '../ActingParts';

/**
 * What permission is asked on: the service, where the secret is its own already. One of
 * nobody, or of another service, has none: only who may do it to any service may.
 */
export async function adoptionTarget(
  parts: Pick<ActingParts, 'memory' | 'standard'>,
  input: InputOf<typeof adoptSecret>,
): Promise<Target> {
  const { service, environment, region, fullName } = input;
  const record = parts.memory.find({ environment, region }, fullName);
  const isOwn =
    record && belongsTo(service, { environment, region }, record, parts);
  return isOwn ? { service, environment, region } : { environment, region };
}

/** Whether a secret is one of a service (entity ref), by its name or else its tag. */
export function belongsTo(
  service: string,
  place: Place,
  listing: Pick<SecretListing, 'fullName' | 'tags'>,
  { standard }: Pick<ActingParts, 'standard'>,
): boolean {
  const { serviceName } = standard.claimOf(place, listing);
  return service === `component:default/${serviceName}`;
}
