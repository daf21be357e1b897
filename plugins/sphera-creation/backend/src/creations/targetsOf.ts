import { parseEntityRef } from '@backstage/catalog-model';
import type { Draft } from '@sphera/plugin-creation-common';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { fillTemplate } from '@sphera/plugin-fleet-node';
import type { ManifestsSettings } from '../settings/CreationSettings';

/** Where a service is to run. */
export interface CreationTarget {
  environment: string;
  region: string;
  /** Its clusters there. */
  clusters: string[];
  /** Of its objects. */
  namespace: string;
  /** It runs there at once; into the others it is promoted. */
  isFirst: boolean;
}

/** What decides where a service runs. */
export type Placed = Pick<Draft, 'name' | 'owner' | 'system' | 'regions'>;

/** Each environment and region that has a cluster, of the regions that somebody chose; in the order of the fleet. */
export function targetsOf(
  draft: Placed,
  fleet: Fleet,
  manifests?: ManifestsSettings,
): CreationTarget[] {
  return fleet.environments.flatMap(({ name: environment }) =>
    fleet.regions.flatMap(({ name: region }) => {
      const clusters = fleet.clusters
        .filter(one => one.environment === environment && one.region === region)
        .map(({ name }) => name);
      if (clusters.length === 0 || !draft.regions.includes(region)) return [];
      return {
        environment,
        region,
        clusters,
        namespace: namespaceOf(draft, environment, manifests),
        isFirst: manifests?.firstEnvironments.includes(environment) ?? false,
      };
    }),
  );
}

/** Where the manifest of a target is in the GitOps repository. */
export function manifestPath(
  { path }: ManifestsSettings,
  name: string,
  { environment, region }: Pick<CreationTarget, 'environment' | 'region'>,
): string {
  return fillTemplate(path, { service: name, environment, region });
}

function namespaceOf(
  { name, owner, system }: Placed,
  environment: string,
  manifests?: ManifestsSettings,
): string {
  const nameOf = (ref: string, defaultKind: string) =>
    parseEntityRef(ref, { defaultKind }).name;
  return fillTemplate(manifests?.namespace ?? '{service}', {
    service: name,
    environment,
    owner: nameOf(owner, 'group'),
    system: system === undefined ? name : nameOf(system, 'system'),
  });
}
