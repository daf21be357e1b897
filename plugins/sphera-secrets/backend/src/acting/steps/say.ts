import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type {
  SecretListing,
  SecretsClient,
} from '../../adapters/SecretsClient';
import {
  type About,
  DIFFERS_BY_REGION_TAG,
  ROTATE_BY_TAG,
  type Standard,
} from '../../standard/Standard';
import { AWS_OWN_KEY, isKeptUnder } from '../../standard/kmsKeys';
import type { AboutChange, ChangePlace } from '../Change';

/** What is said about a secret once a change has been made. */
export function changedAbout(before: About, change: AboutChange): About {
  const { description, rotateBy, differsByRegion } = change;
  return {
    description: description ?? before.description,
    rotateBy: rotateBy === null ? undefined : rotateBy ?? before.rotateBy,
    differsByRegion: differsByRegion ?? before.differsByRegion,
  };
}

/**
 * Gives a secret the tags of the standard and says about it what is asked for. Tags that
 * the standard does not know stay. Answers whether there was anything to do.
 *
 * @param key - whether the encryption key is set to the standard's, too
 */
export async function say(
  where: {
    standard: Standard;
    service: ServiceEntry;
    client: SecretsClient;
    place: Pick<ChangePlace, 'environment' | 'region'>;
    /** Its short name. */
    name: string;
    listing: SecretListing;
  },
  about: About,
  { key }: { key: boolean } = { key: false },
): Promise<boolean> {
  const { standard, service, client, place, name, listing } = where;
  const wanted = standard.shapeOf(service, place, name, about);
  const tags = Object.fromEntries(
    Object.entries(wanted.tags).filter(
      ([tag, value]) => listing.tags[tag] !== value,
    ),
  );
  const without = [ROTATE_BY_TAG, DIFFERS_BY_REGION_TAG].filter(
    tag => listing.tags[tag] !== undefined && wanted.tags[tag] === undefined,
  );
  const isNewKey = key && !isKeptUnder(wanted.kmsKey, listing.kmsKey);
  const isNewDescription = wanted.description !== listing.description;
  if (isNewKey || isNewDescription) {
    await client.describeAs(listing.fullName, {
      ...(isNewDescription && { description: wanted.description ?? '' }),
      ...(isNewKey && { kmsKey: wanted.kmsKey ?? AWS_OWN_KEY }),
    });
  }
  const isNewlyTagged = Object.keys(tags).length > 0 || without.length > 0;
  if (isNewlyTagged) await client.tag(listing.fullName, tags, without);
  return isNewKey || isNewDescription || isNewlyTagged;
}
