import { runGit } from '../../git/runGit';
import { GitHubError, notFound } from '../GitHubError';
import type { Answer, RepositoryCall, Route } from './Call';
import { changedFiles } from './changedFiles';
import { commitBodies, commitBody } from './commitBody';
import { commitOf, resolveCommit } from './resolveCommit';
import { pageUrl } from './Where';

/** How many commits a list goes back. */
const MOST = 1_000;

/** https://docs.github.com/en/rest/commits/commits */
export const commits: Route[] = [
  { method: 'GET', path: '/commits', answer: list },
  { method: 'GET', path: '/commits/*', answer: get },
  { method: 'GET', path: '/compare/*', answer: compare },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { repository, query } = call;
  const ref = query.get('sha') ?? repository.hosted.branch;
  const sha = await commitOf(repository.hosted, ref);
  if (!sha) {
    const isEmpty = !(await commitOf(repository.hosted, 'HEAD'));
    throw isEmpty
      ? new GitHubError(409, 'Git Repository is empty.')
      : notFound();
  }
  const path = query.get('path');
  const body = await commitBodies(call, [
    `--max-count=${MOST}`,
    sha,
    ...(path ? ['--', path] : []),
  ]);
  return { body, isList: true };
}

async function get(call: RepositoryCall): Promise<Answer> {
  const { hosted } = call.repository;
  const sha = await resolveCommit(call.repository, call.parts[0]);
  const parent = await commitOf(hosted, `${sha}^`);
  const files = await changedFiles(hosted, parent, sha);
  return { body: { ...(await commitBody(call, sha)), files } };
}

/** `owner:branch` names a branch of a fork, or of this. */
const withoutOwner = (ref: string) => ref.replace(/^[^:]+:/, '');

async function compare(call: RepositoryCall): Promise<Answer> {
  const { repository, parts } = call;
  const { hosted } = repository;
  const [from, to] = parts[0].split('...');
  const base = await commitOf(hosted, withoutOwner(from));
  const head = to && (await commitOf(hosted, withoutOwner(to)));
  if (!base || !head) throw notFound();
  const merge = await runGit(hosted.folder, ['merge-base', base, head]).then(
    found => found.trim(),
    () => undefined,
  );
  if (!merge) {
    throw new GitHubError(404, `No common ancestor between ${from} and ${to}.`);
  }
  const between = async (range: string) =>
    (await commitBodies(call, [`--max-count=${MOST}`, '--reverse', range]))
      .length;
  const ahead = await commitBodies(call, ['--reverse', `${base}..${head}`]);
  const behind = await between(`${head}..${base}`);
  return {
    body: {
      html_url: `${pageUrl(call)}/compare/${parts[0]}`,
      status: statusOf(ahead.length, behind),
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      base_commit: await commitBody(call, base),
      merge_base_commit: await commitBody(call, merge),
      commits: ahead,
      files: await changedFiles(hosted, merge, head),
    },
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead && behind) return 'diverged';
  if (ahead) return 'ahead';
  return behind ? 'behind' : 'identical';
}
