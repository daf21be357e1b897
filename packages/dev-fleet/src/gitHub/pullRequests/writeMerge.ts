import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import { GitHubError } from '../GitHubError';
import type { MergeMethod } from '../rules/PullRequestRules';
import { mergedTree } from './branches';
import type { PullRequest } from './PullRequest';

/** How GitHub signs commits that it makes itself. */
const COMMITTER = { name: 'GitHub', email: 'noreply@github.example' };

/** Writes the commit that merges a pull request; no branch moves. Returns its hash. */
export async function writeMerge(
  repository: HostedRepository,
  pullRequest: PullRequest,
  how: { method: MergeMethod; title?: string; message?: string; at: number },
): Promise<string> {
  const { folder, name } = repository;
  const { number, head, base } = pullRequest;
  const tree = await mergedTree(repository, base.sha, head.sha);
  if (!tree) throw new GitHubError(405, 'Pull Request is not mergeable');
  const said = [how.title, how.message].filter(Boolean).join('\n\n');
  const write = (message: string, parents: string[], env = {}) =>
    runGit(
      folder,
      ['commit-tree', tree, ...parents.flatMap(each => ['-p', each])],
      { input: message, env: { ...identities(how.at), ...env } },
    ).then(hash => hash.trim());
  switch (how.method) {
    case 'squash':
      return write(
        said || `${pullRequest.title} (#${number})`,
        [base.sha],
        await authorOf(folder, head.sha),
      );
    case 'rebase': {
      const between = `${base.sha}..${head.sha}`;
      const count = await runGit(folder, ['rev-list', '--count', between]);
      if (count.trim() !== '1') {
        throw new GitHubError(405, "This branch can't be rebased");
      }
      return write(
        await runGit(folder, ['log', '-1', '--format=%B', head.sha]),
        [base.sha],
        await authorOf(folder, head.sha),
      );
    }
    default: {
      const [owner] = name.split('/');
      return write(
        said ||
          `Merge pull request #${number} from ${owner}/${head.branch}\n\n${pullRequest.title}`,
        [base.sha, head.sha],
      );
    }
  }
}

/** Writes the commit that brings the branch of a pull request up to date; no branch moves. Returns its hash. */
export async function writeUpdate(
  repository: HostedRepository,
  { head, base }: PullRequest,
  at: number,
): Promise<string> {
  const tree = await mergedTree(repository, base.sha, head.sha);
  if (!tree) throw new GitHubError(422, 'merge conflict between base and head');
  const written = await runGit(
    repository.folder,
    ['commit-tree', tree, '-p', head.sha, '-p', base.sha],
    {
      input: `Merge branch '${base.branch}' into ${head.branch}`,
      env: identities(at),
    },
  );
  return written.trim();
}

function identities(at: number): NodeJS.ProcessEnv {
  const date = `${Math.floor(at / 1_000)} +0000`;
  return {
    GIT_AUTHOR_NAME: COMMITTER.name,
    GIT_AUTHOR_EMAIL: COMMITTER.email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: COMMITTER.name,
    GIT_COMMITTER_EMAIL: COMMITTER.email,
    GIT_COMMITTER_DATE: date,
  };
}

async function authorOf(
  folder: string,
  hash: string,
): Promise<NodeJS.ProcessEnv> {
  const format = '--format=%an%x00%ae%x00%ad';
  const shown = await runGit(folder, ['log', '-1', '--date=raw', format, hash]);
  const [author, email, date] = shown.trim().split('\0');
  return {
    GIT_AUTHOR_NAME: author,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
  };
}
