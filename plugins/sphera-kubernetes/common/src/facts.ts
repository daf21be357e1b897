import type { Health } from './deployment';
import type { DriftKind } from './drift';

/**
 * Facts `versions` of a service in the hub: what runs in each environment where
 * anything does, in the order of the fleet. Types rather than interfaces, since
 * the hub takes nothing but JSON.
 */
export type VersionsFacts = Array<{
  environment: string;
  /** In the order of the clusters; more than one where they differ. */
  versions: string[];
  /** The worst of its deployments there. */
  health: Health;
  /** Present where a rollout there is stuck. */
  stuck?: true;
}>;

/** Facts `drift` of a service in the hub; a service without drift has none. */
export type DriftFacts = {
  count: number;
  /** How many of each kind. */
  kinds: Partial<Record<DriftKind, number>>;
};
