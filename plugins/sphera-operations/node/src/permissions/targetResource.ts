import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { Target, TARGET_RESOURCE_TYPE } from '@sphera/plugin-operations-common';

/** A target as permission rules look at it. */
export interface TargetResource extends Target {
  /** Entity refs of the service's owners; empty where the target is not one service. */
  owners: string[];
}

/** Rules are only ever applied to targets at hand, never turned into a query. */
export type NoQuery = Record<string, never>;

/** The target as a permission resource of one plugin. */
export function targetResourceRef(pluginId: string) {
  return createPermissionResourceRef<TargetResource, NoQuery>().with({
    pluginId,
    resourceType: TARGET_RESOURCE_TYPE,
  });
}
