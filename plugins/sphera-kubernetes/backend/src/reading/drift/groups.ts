import { groupedBy } from '@sphera/plugin-operations-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { titleOf } from '@sphera/plugin-fleet-common';
import { listed } from '@sphera/plugin-operations-node';
import type { ContainerRecord } from '../../fleet/records';
import type { Running } from './Running';

/** What one cluster has. */
export interface ClusterValue {
  cluster: string;
  value: string;
}

/** Clusters that have the same. */
export interface Agreement {
  value: string;
  clusters: string[];
}

/** The deployments that should agree: of one name and namespace, within one environment. */
export function peers(running: readonly Running[]): Running[][] {
  return groupedBy(running, ({ answer }) =>
    [answer.environment, answer.namespace, answer.name].join(' '),
  ).filter(group => group.length > 1);
}

/** Clusters by what they have; the value that most of them have comes first. */
export function agreements(values: readonly ClusterValue[]): Agreement[] {
  return groupedBy(values, ({ value }) => value)
    .map(group => ({
      value: group[0].value,
      clusters: group.map(({ cluster }) => cluster),
    }))
    .sort((one, other) => other.clusters.length - one.clusters.length);
}

/** `4.12.1 in production-eu and production-us, 4.11.0 in production-ap`. */
export const whoHasWhat = (found: readonly Agreement[]): string =>
  found
    .map(({ value, clusters }) => `${value} in ${listed(clusters)}`)
    .join(', ');

/** The environment of deployments as people read it. */
export const environmentTitle = (
  fleet: Pick<Fleet, 'environments'>,
  { answer }: Running,
): string => titleOf(fleet.environments, answer.environment);

/** Where drift of a whole environment is. */
export function environmentOf({ answer }: Running) {
  const { service, environment, namespace, name } = answer;
  return { service, environment, namespace, name };
}

/** A container of a deployment by its name. */
export const containerOf = (
  { deployment }: Running,
  wanted: string,
): ContainerRecord | undefined =>
  deployment.containers.find(({ name }) => name === wanted);

/** Names of the containers that all of them have: one that comes or goes with a version is no difference in its settings. */
export const sharedContainers = (group: readonly Running[]): string[] =>
  group[0].deployment.containers
    .map(({ name }) => name)
    .filter(name => group.every(one => containerOf(one, name)));
