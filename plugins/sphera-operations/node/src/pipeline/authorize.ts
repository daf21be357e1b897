import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type { Operation, Target } from '@sphera/plugin-operations-common';
import { CallerGrant, callerMay } from '../permissions/callers';
import type { TargetResource } from '../permissions/targetResource';
import type { Actor } from './actor';

/** Decides whether a caller may do an operation on a target. */
export interface Authorizer {
  /** @throws NotAllowedError where the caller may not. */
  authorize(
    operation: Operation,
    target: TargetResource,
    actor: Actor,
    credentials: BackstageCredentials,
  ): Promise<void>;
}

/**
 * People are decided on by the permission policy; programs never reach it (the
 * framework allows every service token), so their grants are checked here.
 */
export function createAuthorizer(options: {
  auth: AuthService;
  permissions: PermissionsService;
  ruleset: PermissionRuleset<TargetResource>;
  callers: CallerGrant[];
}): Authorizer {
  const { auth, permissions, ruleset, callers } = options;
  const meetsConditions = createConditionAuthorizer(ruleset);

  return {
    async authorize(operation, target, actor, credentials) {
      if (
        actor.kind === 'service' &&
        !callerMay(callers, actor.ref, operation, target)
      ) {
        throw new NotAllowedError(
          `The token of "${actor.ref}" may not ask for ${operation.id}${on(
            target,
          )}: grant it in sphera.policy.callers`,
        );
      }
      // The framework's own restrictions of a token hold as well, so both kinds are asked.
      const [decision] = await permissions.authorizeConditional(
        [{ permission: operation.permission }],
        { credentials },
      );
      const allowed =
        decision.result === AuthorizeResult.CONDITIONAL
          ? meetsConditions(decision, target)
          : decision.result === AuthorizeResult.ALLOW;
      if (allowed) return;
      const who = auth.isPrincipal(credentials, 'user') ? 'You' : actor.ref;
      throw new NotAllowedError(
        `${who} may not do "${operation.title}"${on(target)}${ownersOf(
          target,
        )}`,
      );
    },
  };
}

function on({ service, environment }: Target): string {
  const what = service ? ` on ${service}` : '';
  return environment ? `${what} in ${environment}` : what;
}

function ownersOf(target: TargetResource): string {
  return target.owners.length > 0
    ? `: it belongs to ${target.owners.join(', ')}`
    : '';
}
