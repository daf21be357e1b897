import type { RuledPerson } from '../rules/branchRulesOf';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';

/** Somebody, and what he is in a repository. */
export function personIn(
  world: GitHubWorld,
  repository: GitHubRepository,
  login: string,
): RuledPerson {
  const account = world.options.accounts.find(each => each.login === login) ??
    world.apps.accountOfLogin(login) ?? { login };
  const isAdmin = world.permissionOf(account, repository) === 'admin';
  return { account, isAdmin };
}
