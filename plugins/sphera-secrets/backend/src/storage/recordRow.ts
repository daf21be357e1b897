import { createHash } from 'node:crypto';
import { type Place, placeName } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../adapters/SecretsClient';
import type { SecretRecord } from '../records/SecretRecord';

/** A large number, as a database answers it: PostgreSQL writes them as text. */
type StoredNumber = number | string;

/** A secret as the table `secret_records` holds it. */
export interface RecordRow {
  id: string;
  environment: string;
  region: string;
  full_name: string;
  revision: StoredNumber;
  described_at: StoredNumber | null;
  gone_at: StoredNumber | null;
  record: string | null;
}

/** What is kept of a secret. What the standard makes of its name is worked out when it is read. */
export interface KeptSecret
  extends SecretListing,
    Pick<
      SecretRecord,
      'fingerprint' | 'earlier' | 'portalReadOn' | 'unreadable'
    > {
  /** Whose its fingerprints are: another service would have others. */
  fingerprintsOf?: string;
}

/** One row that was written since: a secret, or that there is none of this name any more. */
export interface KeptRow {
  place: Place;
  fullName: string;
  secret?: KeptSecret;
}

/** The key of a row; full names are too long for an index on every database. */
export function recordId(place: Place, fullName: string): string {
  return createHash('sha256')
    .update(`${placeName(place)}\n${fullName}`)
    .digest('hex');
}

/** The row of a secret, or of one that is gone where `record` is absent. */
export function toRow(
  { place, fullName }: Pick<KeptRow, 'place' | 'fullName'>,
  record: SecretRecord | undefined,
  seen: { revision: number; now: number; isDescribed: boolean },
): RecordRow {
  return {
    id: recordId(place, fullName),
    environment: place.environment,
    region: place.region,
    full_name: fullName,
    revision: seen.revision,
    described_at: seen.isDescribed ? seen.now : null,
    gone_at: record ? null : seen.now,
    record: record ? JSON.stringify(toKept(record)) : null,
  };
}

/** What a row says. */
export function fromRow(row: RecordRow): KeptRow {
  const { environment, region } = row;
  return {
    place: { environment, region },
    fullName: row.full_name,
    secret: row.record === null ? undefined : JSON.parse(row.record),
  };
}

// Whose it is and what it is called follow from the standard, which may change.
function toKept({
  place: _place,
  serviceName,
  name: _name,
  ...rest
}: SecretRecord): KeptSecret {
  return { ...rest, fingerprintsOf: serviceName };
}
