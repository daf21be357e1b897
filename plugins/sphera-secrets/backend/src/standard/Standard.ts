import type { Place } from '@sphera/plugin-secrets-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type {
  SecretListing,
  SecretShape,
  SecretValue,
} from '../adapters/SecretsClient';

/** Tag that carries the rotation date (ISO 8601). */
export const ROTATE_BY_TAG = 'sphera:rotate-by';
/** Tag (`yes`) of a secret whose value is another one in each region, on purpose. */
export const DIFFERS_BY_REGION_TAG = 'sphera:differs-by-region';

/** What is said about a secret besides its value. */
export interface About {
  description?: string;
  /** Milliseconds since 1970. */
  rotateBy?: number;
  differsByRegion?: boolean;
}

/** The company's standard (`sphera.secrets.standard`), as pure rules. */
export interface Standard {
  /** Name, tags, key and description that a secret of a service has in a place. */
  shapeOf(
    service: ServiceEntry,
    place: Place,
    name: string,
    about: About,
  ): SecretShape;

  /**
   * Which service and short name a secret seems to have: by its full name, or else by
   * its tags. `service` is a `metadata.name`, not looked up in the catalog.
   */
  claimOf(
    place: Place,
    listing: Pick<SecretListing, 'fullName' | 'tags'>,
  ): { serviceName?: string; name: string; isStandardName: boolean };

  /** The tag by which AWS can list the secrets of one service; absent where the standard has none. */
  tagOf(
    service: Pick<ServiceEntry, 'name'>,
    place: Place,
  ): { key: string; value: string } | undefined;

  /** Sentences: what of a secret is not to the standard (name, tags, key). Empty: all is. */
  problemsOf(
    service: ServiceEntry,
    place: Place,
    listing: SecretListing,
  ): string[];

  /** What is wrong with a name for a new secret, as the end of a sentence that begins with the field. */
  nameProblem(name: string): string | undefined;

  /** What is wrong with a value, as the end of a sentence that begins with the field; never quotes it. */
  valueProblem(value: SecretValue): string | undefined;

  /** The rotation date and the rest, from the tags of a secret. */
  aboutOf(listing: Pick<SecretListing, 'tags' | 'description'>): About;

  readonly names: { pattern: string; example: string; sentence: string };
  /** In bytes. */
  readonly longestValue: number;
  /** In words. */
  readonly forbidden: readonly string[];
  readonly recoveryDays: number;
}
