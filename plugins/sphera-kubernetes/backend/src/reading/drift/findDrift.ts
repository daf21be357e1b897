import { DRIFT_KINDS } from '@sphera/plugin-kubernetes-common';
import { behindDrift } from './behind';
import { replicasDrift } from './replicas';
import { resourcesDrift } from './resources';
import type { DriftContext, Running, UndatedDrift } from './Running';
import { variablesDrift } from './variables';
import { versionDrift } from './version';

/**
 * What about the deployments of one service is not as it should be, by environment and kind. A
 * deployment that is switched off agrees with every other.
 */
export function findDrift(
  all: readonly Running[],
  context: DriftContext,
): UndatedDrift[] {
  const running = all.filter(({ answer }) => answer.rollout.state !== 'off');
  const places = context.fleet.environments.map(({ name }) => name);
  return [
    ...versionDrift(running, context),
    ...behindDrift(running, context),
    ...replicasDrift(running),
    ...resourcesDrift(running, context),
    ...variablesDrift(running, context),
  ].sort(
    (a, b) =>
      places.indexOf(a.environment) - places.indexOf(b.environment) ||
      DRIFT_KINDS.indexOf(a.kind) - DRIFT_KINDS.indexOf(b.kind),
  );
}

/** When time alone may next make drift: an earlier environment's version comes of age. */
export function nextDriftAt(
  running: readonly Running[],
  { rules, now }: DriftContext,
): number {
  const ages = running.flatMap(({ answer: { deployedAt } }) =>
    deployedAt === undefined ? [] : Date.parse(deployedAt) + rules.behindAfter,
  );
  return Math.min(...ages.filter(at => at > now));
}
