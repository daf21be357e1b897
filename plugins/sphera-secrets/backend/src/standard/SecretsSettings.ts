import type { Place } from '@sphera/plugin-secrets-common';
import type { IsNeeded } from './neededIn';
import type { Standard } from './Standard';

/** Where the secrets of one environment in one region are kept. */
export interface PlaceSettings extends Place {
  /** AWS account, for the credentials of Backstage's AWS integration; absent: the main account. */
  account?: string;
  /** Absent: AWS itself. */
  endpoint?: string;
  /** Template of the encryption key here, in place of the standard's. */
  kmsKey?: string;
}

/** What `sphera.secrets` says, checked. Durations in milliseconds. */
export interface SecretsSettings {
  /** In the order of the fleet: environments, in each its regions. */
  places: PlaceSettings[];
  standard: Standard;
  isNeeded: IsNeeded;
  /** The first makes new fingerprints; the others are still known, until the next sweep has replaced them. */
  fingerprintKeys: Array<{ id: string; secret: string }>;
  /** How often all places are looked through. */
  sweepEvery: number;
  /** A secret unchanged for longer is old; absent: none is. */
  oldAfter?: number;
  /** A secret not read for longer is "never read"; absent: none is. */
  unreadAfter?: number;
  /** Calls per second that the portal keeps to, for each account and region. */
  limits: Readonly<Record<string, number>>;
}
