import type { Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../adapters/SecretsClient';

/** What is kept of a value: equal for equal values of one service under the same key. */
export interface Fingerprint {
  /** Which of the configured keys made it. */
  keyId: string;
  /** HMAC-SHA-256 over encoding, service and value; base64url. */
  digest: string;
  encoding: 'text' | 'binary';
  /** The version that it is of. */
  versionId: string;
}

/** One secret in one place, as memory and database have it. Never its value. */
export interface SecretRecord extends SecretListing {
  place: Place;
  /**
   * Name of the service that it belongs to (`metadata.name`), by its full name or else
   * by its tag; absent where neither names one. Whether the catalog has it is another question.
   */
  serviceName?: string;
  /** Its short name; the full one where that is not to the standard. */
  name: string;
  /** Of the current value; absent until it could be read, and for secrets of no service. */
  fingerprint?: Fingerprint;
  /** Of values that it held before, as far as known, the newest first. */
  earlier: readonly Fingerprint[];
  /**
   * The day (UTC, ms) on which the portal itself last read a value of it. AWS counts that as a
   * read; `readAt` does not, so that a secret which nobody else reads does not seem to be used.
   */
  portalReadOn?: number;
  /** Why its value could not be read, a sentence. */
  unreadable?: string;
}
