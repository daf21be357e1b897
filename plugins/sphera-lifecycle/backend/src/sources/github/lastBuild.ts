import type { GitHubRepository } from '@sphera/plugin-git-node';
import { type Build, buildOf } from './Build';
import { readChecks } from './readChecks';
import type { RememberedAnswers } from './RememberedAnswers';

/** How many commits before the newest are looked at, while that one is being built. */
const EARLIER = 4;

const hasEnded = ({ state }: Build) => state === 'passed' || state === 'failed';

/** The newest build of a branch that has ended. */
export interface LastBuild {
  /** Of the commit that was built; absent: none of the last commits was. */
  ended?: { sha: string; build: Build };
  /** How the build of the newest commit stands. */
  head: Build;
}

/**
 * Finds the last build of a branch that has ended: while the newest commit is being built, that of one before it.
 * @throws NeighbourError
 */
export async function lastBuild(
  repository: GitHubRepository,
  answers: RememberedAnswers,
  {
    sha,
    isOwn,
  }: {
    /** The newest commit. */
    sha: string;
    /** Checks that are none of a build. */
    isOwn: (name: string) => boolean;
  },
): Promise<LastBuild> {
  const read = async (commit: string) => {
    const checks = await readChecks(repository, answers, commit);
    return buildOf(checks.filter(({ name }) => !isOwn(name)));
  };
  const head = await read(sha);
  if (hasEnded(head)) return { head, ended: { sha, build: head } };
  for (const commit of await commitsBefore(repository, answers, sha)) {
    const build = await read(commit);
    if (hasEnded(build)) return { head, ended: { sha: commit, build } };
  }
  return { head };
}

async function commitsBefore(
  repository: GitHubRepository,
  answers: RememberedAnswers,
  sha: string,
): Promise<string[]> {
  const { owner, repo } = repository;
  const all = await answers.ask(repository, {
    doing: 'read commits',
    key: `commits ${sha}`,
    call: (rest, headers) =>
      rest.repos.listCommits({
        owner,
        repo,
        sha,
        per_page: EARLIER + 1,
        headers,
      }),
    digest: commits => commits.map(commit => commit.sha),
  });
  return all.filter(each => each !== sha);
}
