import type { GitHubRepository } from '@sphera/plugin-git-node';
import type { GitHubSettings } from '../../../settings/CreationSettings';

/** By this name the portal finds its own ruleset again. */
const RULESET = 'sphera';

/** Protects the default branch: nothing but pull requests whose checks have passed. */
export async function settleBranch(
  repository: GitHubRepository,
  {
    requiredChecks,
    requiredApprovals,
  }: Pick<GitHubSettings, 'requiredChecks' | 'requiredApprovals'>,
): Promise<void> {
  const { owner, repo } = repository;
  const ruleset = {
    owner,
    repo,
    name: RULESET,
    target: 'branch' as const,
    enforcement: 'active' as const,
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' as const },
      { type: 'non_fast_forward' as const },
      {
        type: 'pull_request' as const,
        parameters: {
          required_approving_review_count: requiredApprovals,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: requiredApprovals > 0,
          require_last_push_approval: false,
          required_review_thread_resolution: false,
        },
      },
      // GitHub takes no empty list.
      ...(requiredChecks.length > 0
        ? [
            {
              type: 'required_status_checks' as const,
              parameters: {
                required_status_checks: requiredChecks.map(context => ({
                  context,
                })),
                strict_required_status_checks_policy: false,
              },
            },
          ]
        : []),
    ],
  };
  await repository.ask('protect branches', async rest => {
    const { data: all } = await rest.repos.getRepoRulesets({
      owner,
      repo,
      includes_parents: false,
    });
    const own = all.find(({ name }) => name === RULESET);
    return own
      ? rest.repos.updateRepoRuleset({ ...ruleset, ruleset_id: own.id })
      : rest.repos.createRepoRuleset(ruleset);
  });
}
