import { runGit } from '../../git/runGit';
import { timestamp } from '../../kubernetes/clock';
import { GitHubError, invalid } from '../GitHubError';
import type { CheckRun, CommitStatus } from '../pullRequests/CheckRuns';
import type { Answer, Call, Route } from './Call';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/commits, https://docs.github.com/en/rest/checks/runs */
export const commits: Route[] = [
  { method: 'GET', path: '/commits/:', answer: get },
  { method: 'GET', path: '/commits/:/check-runs', answer: checkRuns },
  { method: 'GET', path: '/commits/:/status', answer: combinedStatus },
  { method: 'POST', path: '/statuses/:', answer: setStatus },
];

async function get(call: Call): Promise<Answer> {
  const sha = await resolve(call);
  const { folder } = call.book.repository;
  const shown = await runGit(folder, [
    'log',
    '-1',
    '--format=%an%x00%ae%x00%at%x00%cn%x00%ce%x00%ct%x00%P%x00%B',
    sha,
  ]);
  const [an, ae, at, cn, ce, ct, parents, ...message] = shown.split('\0');
  const person = (name: string, email: string, seconds: string) => ({
    name,
    email,
    date: timestamp(Number(seconds) * 1_000),
  });
  return {
    body: {
      sha,
      commit: {
        author: person(an, ae, at),
        committer: person(cn, ce, ct),
        message: message.join('\0').trimEnd(),
      },
      parents: parents
        .split(' ')
        .filter(Boolean)
        .map(each => ({ sha: each })),
    },
  };
}

async function checkRuns(call: Call): Promise<Answer> {
  const sha = await resolve(call);
  const runs = call.book.checks.of(sha).map(run => runBody(run, sha));
  return { body: { total_count: runs.length, check_runs: runs } };
}

async function combinedStatus(call: Call): Promise<Answer> {
  const sha = await resolve(call);
  const statuses = call.book.checks.statusesOf(sha);
  const { origin, book } = call;
  return {
    body: {
      state: combined(statuses),
      statuses,
      sha,
      total_count: statuses.length,
      url: `${origin}/api/v3/repos/${book.repository.name}/commits/${sha}/status`,
    },
  };
}

async function setStatus(call: Call): Promise<Answer> {
  const sha = await resolve(call);
  const state = textOf(call.body, 'state') as CommitStatus['state'] | undefined;
  if (!state) throw invalid('Status', 'state');
  const status = {
    context: textOf(call.body, 'context') ?? 'default',
    state,
    description: textOf(call.body, 'description'),
  };
  call.book.checks.setStatus(sha, status);
  return { status: 201, body: status };
}

function combined(statuses: CommitStatus[]): CommitStatus['state'] {
  const has = (...states: string[]) =>
    statuses.some(({ state }) => states.includes(state));
  if (has('error', 'failure')) return 'failure';
  return statuses.length === 0 || has('pending') ? 'pending' : 'success';
}

function runBody(run: CheckRun, sha: string): object {
  return {
    id: run.id,
    name: run.name,
    head_sha: sha,
    status: run.conclusion === null ? 'in_progress' : 'completed',
    conclusion: run.conclusion,
    started_at: timestamp(run.startedAt),
    completed_at: run.endedAt === undefined ? null : timestamp(run.endedAt),
  };
}

/** @throws GitHubError 422 as GitHub says it of a commit that there is not */
async function resolve({ book, parts: [ref] }: Call): Promise<string> {
  const { folder } = book.repository;
  const found = await runGit(folder, [
    'rev-parse',
    '--verify',
    '-q',
    '--end-of-options',
    `${ref}^{commit}`,
  ]).catch(() => undefined);
  if (!found) throw new GitHubError(422, `No commit found for SHA: ${ref}`);
  return found.trim();
}
