import { importBranches } from '../../fastImport';
import type { HostedRepositories } from '../../HostedRepositories';
import { people } from '../people';
import type { DemoSource } from './DemoSource';
import { demoSources } from './demoSources';
import { proposals, type Proposal } from './proposals';
import { sourceHistory } from './sourceHistory';

const DAY = 86_400_000;

/** A change that waits on a branch. */
export interface MadeProposal extends Proposal {
  /** Its commit. */
  head: string;
  /** Of its pull request. */
  number: number;
}

/** The repository of a service, filled. */
export interface MadeSource extends DemoSource {
  /** What its default branch is at. */
  head: string;
  /** The oldest first. */
  proposals: MadeProposal[];
}

const commitOf = (
  { files, title, author, daysAgo }: Proposal,
  now: number,
) => ({
  files,
  message: `${title}\n`,
  author: people[author],
  at: now - daysAgo * DAY,
});

/** Makes a repository for each service of the demo company, with its history until a moment, and branches of what is proposed. */
export async function makeDemoSources(
  repositories: HostedRepositories,
  now: number,
): Promise<MadeSource[]> {
  return Promise.all(
    demoSources().map(async source => {
      const { folder, branch } = await repositories.create({
        name: source.repository,
      });
      const commits = sourceHistory(source, now);
      const own = proposals.filter(
        ({ service }) => service === source.service.name,
      );
      const [head, ...heads] = await importBranches(folder, [
        { branch, commits, from: '' },
        ...own.map(each => ({
          branch: each.branch,
          commits: [commitOf(each, now)],
          from: `refs/heads/${branch}`,
        })),
      ]);
      return {
        ...source,
        head,
        proposals: own.map((each, index) => ({
          ...each,
          head: heads[index],
          // Each commit but the first came by a pull request.
          number: commits.length + index,
        })),
      };
    }),
  );
}
