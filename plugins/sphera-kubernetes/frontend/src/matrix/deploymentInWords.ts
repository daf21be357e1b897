import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { clockTime } from '../words/clock';
import { DRIFT_WORDS } from '../words/drift';
import { HEALTH_WORDS } from '../words/health';
import { rolloutInWords } from '../words/rollout';
import type { RowDrift } from './RowDrift';

/**
 * A cell for who hears it: `Quotes in production-eu: version 4.12.1, 3 of 3 ready`,
 * followed by what is not as it should be.
 */
export function deploymentInWords(
  title: string,
  deployment: ServiceDeployments['deployments'][number],
  drift: RowDrift[],
): string {
  const { cluster, version, replicas, health, stale } = deployment;
  const said = [
    `version ${version}`,
    `${replicas.ready} of ${replicas.desired} ready`,
    health === 'healthy' || health === 'off' ? undefined : HEALTH_WORDS[health],
    rolloutInWords(deployment),
    ...drift.map(({ kind }) => DRIFT_WORDS[kind].toLocaleLowerCase('en')),
    stale ? `as of ${clockTime(deployment.observedAt)}` : undefined,
  ];
  return `${title} in ${cluster}: ${said.filter(Boolean).join(', ')}`;
}
