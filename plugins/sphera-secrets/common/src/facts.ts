import type { DriftKind } from './secret';

/**
 * Facts `secrets` of a service in the hub; a service without secrets has none. A
 * type rather than an interface, since the hub takes nothing but JSON.
 */
export type SecretsFacts = {
  /** How many names there are. */
  secrets: number;
  /** How many of them differ between regions of an environment. */
  drifting: number;
  /** How many (name, environment) have each kind. */
  kinds: Partial<Record<DriftKind, number>>;
  /** How many names are not to the standard somewhere. */
  notToStandard: number;
  /** Of each environment with secrets: whether all is seen and nothing drifts. */
  environments: Array<{
    environment: string;
    secrets: number;
    isComplete: boolean;
  }>;
};
