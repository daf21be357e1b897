import type { Place, SecretsPlace } from '@sphera/plugin-secrets-common';
import type { SecretValue } from '../adapters/SecretsClient';
import type { SecretRecord } from './SecretRecord';

/** What the portal knows of every secret in every place; answers come from here alone. */
export interface SecretsMemory {
  /** By name of the service (`metadata.name`, lower case). */
  ofService(serviceName: string): readonly SecretRecord[];
  find(place: Place, fullName: string): SecretRecord | undefined;
  all(): Iterable<SecretRecord>;
  /** In the order of the fleet. */
  places(): readonly SecretsPlace[];
  /** Grows with every change: what was worked out at one revision holds as long as it stays. */
  readonly revision: number;
  /** Grows with every change of one service. */
  revisionOf(serviceName: string): number;
  /** Hears of each change: names of the services, or `all`. */
  onChange(listener: (changed: ReadonlySet<string> | 'all') => void): void;
}

/** Looks at AWS outside of the sweeps, and tells memory, database, replicas and open pages. */
export interface Looking {
  /**
   * Looks at single secrets again: after a change, with the value that was just
   * set, if there is one (it becomes a fingerprint and is not kept).
   */
  at(
    place: Place,
    fullNames: readonly string[],
    set?: { value: SecretValue; versionId: string },
  ): Promise<void>;

  /** Looks at one service in every place, by its tag and its full names. Places that do not answer become `lost`. */
  atService(serviceName: string): Promise<void>;
}
