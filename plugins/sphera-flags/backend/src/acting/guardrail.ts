import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import { counted, GuardrailError } from '@sphera/plugin-operations-node';
import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';

const isIn = (fleet: Fleet, environment: string, cluster: string) =>
  fleet.clusters.some(
    one => one.name === cluster && one.environment === environment,
  );

/**
 * Holds changes outside of a roll-out to the configured number of clusters at once.
 * @throws GuardrailError naming the limit and how many it would be
 */
export function checkGuardrails(
  { settings, fleet }: Pick<ActingParts, 'settings' | 'fleet'>,
  changes: NewChange[],
): void {
  const clusters = changes.flatMap(({ wishes }) =>
    wishes.map(({ cluster }) => cluster),
  );
  for (const { environment, atMostClusters } of settings.guardrails) {
    const concerned = environment
      ? clusters.filter(name => isIn(fleet, environment, name))
      : clusters;
    if (concerned.length <= atMostClusters) continue;
    const where = environment
      ? ` of ${titleOf(fleet.environments, environment)}`
      : '';
    throw new GuardrailError(
      `A flag may be changed in at most ${counted(
        atMostClusters,
        'cluster',
      )}${where} at once, and this would be ${
        concerned.length
      }: roll it out ring by ring, or name fewer clusters`,
      {
        limit: 'sphera.flags.guardrails',
        ...(environment && { environment }),
        allowed: { atMostClusters },
        asked: concerned.length,
      },
    );
  }
}
