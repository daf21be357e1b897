import type { GitAccount } from '../../git/GitAccount';
import type { RefMove, RefRefusal } from '../../git/GitAccess';
import { branchRulesOf } from '../rules/branchRulesOf';
import { pushRefusals } from '../rules/pushRefusals';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';

/** What the rules of a repository refuse of what somebody pushes, by git or by the API. */
export function refusalsOf(
  world: GitHubWorld,
  repository: GitHubRepository,
  { account, moves }: { account: GitAccount; moves: RefMove[] },
): RefRefusal[] {
  const isAdmin = world.permissionOf(account, repository) === 'admin';
  const organization = world.organizationOf(repository);
  const pusher = {
    login: account.login,
    teams: world.teamsOf(account.login, repository),
  };
  return moves.flatMap(move =>
    pushRefusals(move, {
      rules: branchRulesOf(repository, organization, {
        ref: move.ref,
        person: { account, isAdmin },
        isPush: true,
      }),
      pusher,
      states: repository.checks.statesOf(move.after),
    }),
  );
}
