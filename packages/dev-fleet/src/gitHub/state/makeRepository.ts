import type { HostedRepository } from '../../git/HostedRepositories';
import { timestamp } from '../../kubernetes/clock';
import type { PullRequestRules } from '../rules/PullRequestRules';
import { protectionOfSeed, rulesOfSeed } from '../rules/seedOf';
import { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { usualLabels } from './Label';
import { makeBook } from './makeBook';

/** What GitHub has beside a repository that is served by git. */
export function makeRepository(
  world: GitHubWorld,
  hosted: HostedRepository,
): GitHubRepository {
  const rules = world.options.rules[hosted.name] ?? {};
  const made = new GitHubRepository(
    world.ids.next(),
    hosted,
    world.options.clock.now(),
    repository => makeBook(world, repository, rules),
  );
  made.labels = usualLabels.map(each => ({
    ...each,
    id: world.ids.next(),
    isDefault: true,
  }));
  const allows = (method: 'merge' | 'squash' | 'rebase') =>
    rules.methods?.includes(method) ?? true;
  made.settings = {
    ...made.settings,
    allow_merge_commit: allows('merge'),
    allow_squash_merge: allows('squash'),
    allow_rebase_merge: allows('rebase'),
  };
  protect(world, made, rules);
  return made;
}

/** Has the rules hold for the branches that are protected from the start. */
function protect(
  world: GitHubWorld,
  { hosted, protections, rulesets }: GitHubRepository,
  rules: PullRequestRules,
): void {
  const branches = hosted.protectedBranches;
  if (branches.length === 0) return;
  if (!rules.isRuleset) {
    const protection = protectionOfSeed(rules);
    for (const branch of branches) protections.set(branch, protection);
    return;
  }
  const at = timestamp(world.options.clock.now());
  const include = branches.map(each => `refs/heads/${each}`);
  rulesets.push({
    id: world.ids.next(),
    name: 'protected branches',
    target: 'branch',
    source_type: 'Repository',
    source: hosted.name,
    enforcement: 'active',
    bypass_actors: [],
    conditions: { ref_name: { include, exclude: [] } },
    rules: rulesOfSeed(rules),
    created_at: at,
    updated_at: at,
  });
}
