import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  ConditionalPolicyDecision,
  isResourcePermission,
  Permission,
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { TARGET_RESOURCE_TYPE } from '@sphera/plugin-operations-common';
import { targetConditions } from '@sphera/plugin-operations-node';

/** Something that is only known once the target of a call is at hand. */
export type Criteria = PermissionCriteria<PermissionCondition>;

/** What can be asked of the things that a permission is about. */
export interface Askable {
  /** One of these (entity refs) owns it. */
  ownedBy(claims: string[]): Criteria;
  /** It is in one of these environments; absent: it is in none. */
  inEnvironment?(environments: string[]): Criteria;
  /** Leaves the decision to the plugin that has the target at hand. */
  decideBy(criteria: Criteria): ConditionalPolicyDecision;
}

/** What can be asked of the things that a permission is about; `undefined` where it is about none. */
export function askable(permission: Permission): Askable | undefined {
  if (isResourcePermission(permission, TARGET_RESOURCE_TYPE)) {
    const [plugin] = permission.name.split('.');
    const { conditions, createConditionalDecision } = targetConditions(plugin);
    return {
      ownedBy: claims => conditions.isOwner({ claims }),
      inEnvironment: environments => conditions.inEnvironment({ environments }),
      decideBy: criteria =>
        createConditionalDecision(
          permission,
          criteria as PermissionCriteria<
            PermissionCondition<typeof TARGET_RESOURCE_TYPE>
          >,
        ),
    };
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    return {
      ownedBy: claims => catalogConditions.isEntityOwner({ claims }),
      decideBy: criteria =>
        createCatalogConditionalDecision(
          permission,
          criteria as PermissionCriteria<
            PermissionCondition<typeof RESOURCE_TYPE_CATALOG_ENTITY>
          >,
        ),
    };
  }
  return undefined;
}
