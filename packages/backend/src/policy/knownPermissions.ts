import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import type { Permission } from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { auditOperations } from '@sphera/plugin-audit-common';
import { creationOperations } from '@sphera/plugin-creation-common';
import { flagsOperations } from '@sphera/plugin-flags-common';
import { kubernetesOperations } from '@sphera/plugin-kubernetes-common';
import { lifecycleOperations } from '@sphera/plugin-lifecycle-common';
import { locksOperations } from '@sphera/plugin-locks-common';
import { mergesOperations } from '@sphera/plugin-merges-common';
import type { Operation } from '@sphera/plugin-operations-common';
import { rollbackOperations } from '@sphera/plugin-rollback-common';
import { secretsOperations } from '@sphera/plugin-secrets-common';
import { servicesOperations } from '@sphera/plugin-services-common';

/** Everything that callers can ask of the capabilities of this portal. */
export const operations: Operation[] = [
  ...auditOperations,
  ...creationOperations,
  ...flagsOperations,
  ...kubernetesOperations,
  ...lifecycleOperations,
  ...locksOperations,
  ...mergesOperations,
  ...rollbackOperations,
  ...secretsOperations,
  ...servicesOperations,
].filter(operation => !operation.internal);

/** Every permission that a rule may name; a plugin that is added to the portal adds its own here. */
export const knownPermissions: Permission[] = [
  ...operations.map(operation => operation.permission),
  ...catalogPermissions,
  ...kubernetesPermissions,
  ...scaffolderPermissions,
];
