import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import type { Operation, Target } from '@sphera/plugin-operations-common';
import { CallerGrant, callerMay } from '../permissions/callers';
import type { TargetResource } from '../permissions/targetResource';
import type { Actor } from './actor';
import { withoutValues } from './publicError';

/** Somebody who wants to do an operation on targets. */
export interface Wish {
  operation: Operation;
  targets: readonly TargetResource[];
  actor: Actor;
  credentials: BackstageCredentials;
}

/** Decides whether a caller may do an operation on targets. */
export interface Authorizer {
  /** @throws NotAllowedError naming the first target on which the caller may not; ServiceUnavailableError where the policy cannot be asked */
  authorize(wish: Wish): Promise<void>;
  /** Whether the caller may, on each of the targets. @throws ServiceUnavailableError where the policy cannot be asked */
  may(wish: Wish): Promise<boolean>;
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
  logger: Pick<LoggerService, 'error'>;
}): Authorizer {
  const { auth, permissions, ruleset, callers, logger } = options;
  const meetsConditions = createConditionAuthorizer(ruleset);

  return {
    async authorize(wish) {
      const { operation, credentials, actor } = wish;
      const ungranted = firstUngranted(wish);
      if (ungranted) {
        throw new NotAllowedError(
          `The token of "${actor.ref}" may not ask for ${operation.id}${on(
            ungranted,
          )}: grant it in sphera.policy.callers`,
        );
      }
      const refused = await firstRefused(wish);
      if (!refused) return;
      const who = auth.isPrincipal(credentials, 'user') ? 'You' : actor.ref;
      throw new NotAllowedError(
        `${who} may not do "${operation.title}"${on(refused)}${ownersOf(
          refused,
        )}`,
      );
    },
    async may(wish) {
      return !firstUngranted(wish) && !(await firstRefused(wish));
    },
  };

  function firstUngranted({ operation, targets, actor }: Wish) {
    if (actor.kind !== 'service') return undefined;
    return targets.find(
      target => !callerMay(callers, actor.ref, operation, target),
    );
  }

  // The framework's own restrictions of a token hold as well, so both kinds are asked.
  async function firstRefused({ operation, targets, credentials }: Wish) {
    const decision = await decide(operation, credentials);
    return targets.find(target =>
      decision.result === AuthorizeResult.CONDITIONAL
        ? !meetsConditions(decision, target)
        : decision.result !== AuthorizeResult.ALLOW,
    );
  }

  // It is asked over HTTP, also where it is in this process: it may be busy, or about to start.
  async function decide(
    operation: Operation,
    credentials: BackstageCredentials,
  ) {
    try {
      const [decision] = await permissions.authorizeConditional(
        [{ permission: operation.permission }],
        { credentials },
      );
      return decision;
    } catch (error) {
      const why = withoutValues(error);
      logger.error(`Who may do ${operation.id} cannot be asked: ${why}`);
      throw new ServiceUnavailableError(
        'It cannot be told whether you may do this, since the permission policy does not answer. Try again in a moment',
      );
    }
  }
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
