import {
  createConditionExports,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v4';
import { targetResourceRef } from './targetResource';

/** The rules that a policy can set on the targets of one plugin's operations. */
export function targetRules(pluginId: string) {
  const resourceRef = targetResourceRef(pluginId);
  return {
    isOwner: createPermissionRule({
      name: 'IS_OWNER',
      description: 'The target is a service that one of these owns',
      resourceRef,
      paramsSchema: z.object({
        claims: z.array(z.string()).describe('Entity refs of groups and users'),
      }),
      apply: (target, { claims }) =>
        target.owners.some(owner => claims.includes(owner)),
      toQuery: () => ({}),
    }),
    inEnvironment: createPermissionRule({
      name: 'IN_ENVIRONMENT',
      description: 'The target is in one of these environments',
      resourceRef,
      paramsSchema: z.object({
        environments: z.array(z.string()).describe('Names of environments'),
      }),
      apply: (target, { environments }) =>
        target.environment !== undefined &&
        environments.includes(target.environment),
      toQuery: () => ({}),
    }),
  };
}

/** Conditions on the targets of one plugin, for policies to decide with. */
export function targetConditions(pluginId: string) {
  return createConditionExports({
    resourceRef: targetResourceRef(pluginId),
    rules: targetRules(pluginId),
  });
}
