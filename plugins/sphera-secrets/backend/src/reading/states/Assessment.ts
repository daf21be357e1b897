import type {
  CellState,
  DriftKind,
  SecretsPlace,
} from '@sphera/plugin-secrets-common';
import type { SecretRecord } from '../../records/SecretRecord';
import type { SecretsSettings } from '../../standard/SecretsSettings';

/** A place with how well it is seen. */
export type SeenPlace = Pick<
  SecretsPlace,
  'environment' | 'region' | 'state' | 'problem' | 'sweptAt'
>;

/** What settings say about states. */
export type StateRules = Pick<
  SecretsSettings,
  'standard' | 'oldAfter' | 'unreadAfter' | 'isNeeded'
>;

/** What is so of one secret in one place. */
export interface AssessedCell {
  place: SeenPlace;
  state: CellState;
  /** How it differs from the other regions; `missing` also where it is deleted while they have it. */
  drift?: DriftKind;
  /** Absent where there is none. */
  record?: SecretRecord;
  /** Other regions have it, and nothing of the service runs here. */
  isNeedless?: boolean;
  /** Sentences: what is not to the standard. */
  problems: readonly string[];
  /** When its value should have been replaced. Moments are milliseconds since 1970. */
  overdueAt?: number;
  /** From when on it counts as old. */
  oldAt?: number;
  /** From when on it counts as never read. */
  unreadAt?: number;
}

/** What is so of one secret in one environment. */
export interface AssessedEnvironment {
  environment: string;
  /** One for each of its regions, in the order of the fleet. */
  cells: AssessedCell[];
  /** Those that have it, not deleted. */
  live: AssessedCell[];
  /** Those that are known to hold the value that counts as right. */
  right: AssessedCell[];
}

/** What is so of one secret of a service everywhere. */
export interface AssessedSecret {
  name: string;
  environments: AssessedEnvironment[];
}
