import type { Protection } from '../rules/Protection';

/** A protection as the API has it. */
export function protectionBody(protection: Protection, url: string): object {
  const { checks, reviews, pushers } = protection;
  const enabled = (is: boolean) => ({ enabled: is });
  return {
    url,
    ...(checks && {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: checks.isStrict,
        contexts: checks.contexts,
        checks: checks.contexts.map(context => ({ context, app_id: null })),
      },
    }),
    ...(reviews && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        require_last_push_approval: false,
        ...reviews.others,
        required_approving_review_count: reviews.approvals,
      },
    }),
    ...(pushers && {
      restrictions: {
        users: pushers.users.map(login => ({ login })),
        teams: pushers.teams.map(slug => ({ slug })),
        apps: pushers.apps.map(slug => ({ slug })),
      },
    }),
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    required_signatures: {
      url: `${url}/required_signatures`,
      enabled: protection.wantsSignatures,
    },
    required_linear_history: enabled(protection.isLinear),
    allow_force_pushes: enabled(protection.allowsForce),
    allow_deletions: enabled(protection.allowsDeletion),
    block_creations: enabled(protection.blocksCreations),
    required_conversation_resolution: enabled(protection.wantsConversations),
    lock_branch: enabled(protection.isLocked),
    allow_fork_syncing: enabled(false),
  };
}
