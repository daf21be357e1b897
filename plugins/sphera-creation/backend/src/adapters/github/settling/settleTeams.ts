import type { GitHubRepository } from '@sphera/plugin-git-node';
import type { TeamAccess } from '../ServiceRepositories';

/** Gives teams of the organization access to a repository. */
export async function settleTeams(
  repository: GitHubRepository,
  teams: TeamAccess[],
): Promise<void> {
  const { owner, repo } = repository;
  for (const { slug, permission } of teams) {
    await repository.ask(`give the team ${slug} access`, rest =>
      rest.teams.addOrUpdateRepoPermissionsInOrg({
        org: owner,
        team_slug: slug,
        owner,
        repo,
        permission,
      }),
    );
  }
}
