import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Askable, askable, Criteria } from './conditions';
import { defaultFor } from './defaults';
import { Policy, standsFor, Who } from './policy';

/** Yes, no, or: it depends on the target. */
type Verdict = boolean | Criteria;

/**
 * Whether somebody may do something.
 *
 * @param claims - entity refs of the person and of the groups that they are a
 *   member of; `undefined`: nobody is signed in
 */
export function decide(
  policy: Policy,
  permission: Permission,
  claims: string[] | undefined,
): PolicyDecision {
  if (!claims) return { result: AuthorizeResult.DENY };
  const rule = policy.rules.find(({ permissions }) =>
    permissions.some(pattern => standsFor(pattern, permission.name)),
  );
  const who = rule ? rule.allow : defaultFor(permission, policy.environments);
  const things = askable(permission);
  const verdict = judge(who, { claims, policy, things });
  if (typeof verdict !== 'boolean') return things!.decideBy(verdict);
  return { result: verdict ? AuthorizeResult.ALLOW : AuthorizeResult.DENY };
}

interface Case {
  claims: string[];
  policy: Policy;
  things: Askable | undefined;
}

function judge(who: Who, about: Case): Verdict {
  const { claims, policy, things } = about;
  if (who === 'everyone') return true;
  if (who === 'nobody') return false;
  if (who === 'owners') return things?.ownedBy(claims) ?? false;
  if (who === 'platform') return claims.includes(policy.platformGroup);
  if ('memberOf' in who) return who.memberOf.some(ref => claims.includes(ref));
  if ('inEnvironment' in who) {
    return things?.inEnvironment?.(who.inEnvironment) ?? false;
  }
  if ('anyOf' in who) return some(who.anyOf.map(one => judge(one, about)));
  if ('allOf' in who) return every(who.allOf.map(one => judge(one, about)));
  const inner = judge(who.not, about);
  return typeof inner === 'boolean' ? !inner : { not: inner };
}

function some(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(true)) return true;
  const [first, ...rest] = verdicts.filter(isCriteria);
  if (!first) return false;
  return rest.length > 0 ? { anyOf: [first, ...rest] } : first;
}

function every(verdicts: Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  const [first, ...rest] = verdicts.filter(isCriteria);
  if (!first) return true;
  return rest.length > 0 ? { allOf: [first, ...rest] } : first;
}

function isCriteria(verdict: Verdict): verdict is Criteria {
  return typeof verdict !== 'boolean';
}
