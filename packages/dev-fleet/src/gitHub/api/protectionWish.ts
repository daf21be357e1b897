import { GitHubError } from '../GitHubError';
import { noProtection, type Protection } from '../rules/Protection';

/** What has to stand in the wish, be it `null`. */
const ASKED = [
  'required_status_checks',
  'enforce_admins',
  'required_pull_request_reviews',
  'restrictions',
];

type Wish = Record<string, any>;

/**
 * The protection that a call wishes.
 *
 * @param before - what it was, for what the call does not name
 * @throws GitHubError 422
 */
export function protectionOf(body: Wish, before: Protection): Protection {
  const isPartOnly = Object.keys(body).every(
    each => each === 'required_status_checks',
  );
  const missing = isPartOnly ? [] : ASKED.filter(field => !(field in body));
  if (missing.length > 0) {
    throw new GitHubError(
      422,
      `Invalid request.\n\n${missing
        .map(field => `"${field}" wasn't supplied.`)
        .join('\n')}`,
    );
  }
  const { required_pull_request_reviews: reviews, restrictions } = body;
  return {
    ...noProtection,
    wantsSignatures: before.wantsSignatures,
    checks: checksOf(body.required_status_checks),
    reviews: reviews ? reviewsOf(reviews) : undefined,
    enforceAdmins: body.enforce_admins === true,
    isLinear: body.required_linear_history === true,
    isLocked: body.lock_branch === true,
    allowsForce: body.allow_force_pushes === true,
    allowsDeletion: body.allow_deletions === true,
    blocksCreations: body.block_creations === true,
    wantsConversations: body.required_conversation_resolution === true,
    pushers: restrictions
      ? {
          users: restrictions.users ?? [],
          teams: restrictions.teams ?? [],
          apps: restrictions.apps ?? [],
        }
      : undefined,
  };
}

function checksOf(wish: Wish | null | undefined): Protection['checks'] {
  if (!wish) return undefined;
  const names = (wish.checks ?? []).map(({ context }: Wish) => context);
  return {
    isStrict: wish.strict === true,
    contexts: [...new Set<string>([...(wish.contexts ?? []), ...names])],
  };
}

function reviewsOf(wish: Wish): Protection['reviews'] {
  const { required_approving_review_count: approvals = 1, ...others } = wish;
  return { approvals, others };
}
