import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Layout } from '@sphera/plugin-rollback-common';

type OfEnvironment = Layout['environments'][number];

/** The environment that a rollback is mostly about: the last of the fleet's, from staging to production. */
export function mostImportant(
  fleet: Fleet,
  environments: readonly OfEnvironment[],
): OfEnvironment {
  const rank = ({ environment }: OfEnvironment) =>
    fleet.environments.findIndex(({ name }) => name === environment);
  return environments.reduce((best, one) =>
    rank(one) > rank(best) ? one : best,
  );
}
