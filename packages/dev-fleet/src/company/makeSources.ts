import { makeDemoSources } from '../git/demo/sources/makeDemoSources';
import type { HostedRepositories } from '../git/HostedRepositories';
import { openProposals } from '../gitHub/demo/openProposals';
import { settleDemoSource } from '../gitHub/demo/settleDemoSource';
import type { GitHubStandIn } from '../gitHub/GitHubStandIn';

/** Gives each service of the demo company its repository, and GitHub what it has to know of it. */
export async function makeSources(
  repositories: HostedRepositories,
  gitHub: GitHubStandIn,
  now: number,
): Promise<void> {
  for (const source of await makeDemoSources(repositories, now)) {
    const repository = gitHub.repository(source.repository)!;
    settleDemoSource(repository, source, now);
    openProposals(repository, source, now);
  }
}
