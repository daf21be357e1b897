import { parseEntityRef } from '@backstage/catalog-model';
import type { Cluster } from '@sphera/plugin-fleet-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** What the path of a file may name. */
export const LAYOUT_FIELDS = [
  'service',
  'environment',
  'region',
  'cluster',
  'owner',
  'system',
] as const;

/** Values for the fields; a field that a service has no value for is absent. */
export type LayoutValues = Partial<
  Record<(typeof LAYOUT_FIELDS)[number], string>
>;

/** What fills the templates of a service in a cluster. */
export function valuesOf(
  { name, owners, system }: ServiceEntry,
  cluster: Cluster,
): LayoutValues {
  return {
    service: name,
    environment: cluster.environment,
    region: cluster.region,
    cluster: cluster.name,
    owner: owners[0] && parseEntityRef(owners[0]).name,
    system: system && parseEntityRef(system).name,
  };
}
