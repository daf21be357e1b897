import { GitHubError, invalid } from '../GitHubError';
import type { CommitStatus, StatusState } from '../pullRequests/CommitStatuses';
import { tellOfStatus } from '../state/telling';
import type { Answer, RepositoryCall, Route } from './Call';
import { repositoryBody } from './repositoryBody';
import { resolveCommit } from './resolveCommit';
import { statusBody } from './statusBody';
import { textOf } from './textOf';
import { apiUrl } from './Where';

const STATES = ['error', 'failure', 'pending', 'success'];

/** https://docs.github.com/en/rest/commits/statuses */
export const statuses: Route[] = [
  { method: 'GET', path: '/commits/*/status', answer: combinedStatus },
  { method: 'GET', path: '/commits/*/statuses', answer: list },
  { method: 'GET', path: '/statuses/:', answer: list },
  { method: 'POST', path: '/statuses/:', answer: setStatus },
];

async function combinedStatus(call: RepositoryCall): Promise<Answer> {
  const { repository, origin, parts } = call;
  const sha = await resolveCommit(repository, parts[0]);
  const latest = repository.checks.statuses.latestOf(sha);
  return {
    body: {
      state: combined(latest),
      statuses: latest.map(each => statusBody(each, { ...call, sha })),
      sha,
      total_count: latest.length,
      repository: repositoryBody(repository, { origin }),
      url: `${apiUrl(call)}/commits/${sha}/status`,
      commit_url: `${apiUrl(call)}/commits/${sha}`,
    },
  };
}

async function list(call: RepositoryCall): Promise<Answer> {
  const { repository, parts } = call;
  const sha = await resolveCommit(repository, parts[0]);
  const body = [...repository.checks.statuses.of(sha)]
    .reverse()
    .map(each => statusBody(each, { ...call, sha }));
  return { body, isList: true };
}

async function setStatus(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body, account, parts } = call;
  const sha = await resolveCommit(repository, parts[0]);
  const state = textOf(body, 'state');
  if (!state) throw invalid('Status', 'state');
  if (!STATES.includes(state)) {
    throw new GitHubError(422, 'Validation Failed', [
      { resource: 'Status', field: 'state', code: 'custom' },
    ]);
  }
  const status = repository.checks.statuses.set(sha, {
    context: textOf(body, 'context') ?? 'default',
    state: state as StatusState,
    description: textOf(body, 'description'),
    targetUrl: textOf(body, 'target_url'),
    creator: account.login,
  });
  tellOfStatus(world, repository, { sha, status });
  return { status: 201, body: statusBody(status, { ...call, sha }) };
}

function combined(all: CommitStatus[]): StatusState {
  const has = (...states: string[]) =>
    all.some(({ state }) => states.includes(state));
  if (has('error', 'failure')) return 'failure';
  return all.length === 0 || has('pending') ? 'pending' : 'success';
}
