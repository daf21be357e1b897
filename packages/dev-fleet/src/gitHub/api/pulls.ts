import { GitHubError, invalid, notFound } from '../GitHubError';
import type { PullRequest } from '../pullRequests/PullRequest';
import { commitsOf } from '../pullRequests/commitsOf';
import type { MergeMethod } from '../rules/PullRequestRules';
import type { Answer, RepositoryCall, Route } from './Call';
import { changedFiles } from './changedFiles';
import { pullRequestBody } from './pullRequestBody';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/pulls/pulls */
export const pulls: Route[] = [
  { method: 'GET', path: '/pulls', answer: list },
  { method: 'POST', path: '/pulls', answer: open },
  { method: 'GET', path: '/pulls/:', answer: get },
  { method: 'PATCH', path: '/pulls/:', answer: update },
  { method: 'GET', path: '/pulls/:/commits', answer: commits },
  { method: 'GET', path: '/pulls/:/files', answer: files },
  { method: 'GET', path: '/pulls/:/merge', answer: isMerged },
  { method: 'PUT', path: '/pulls/:/update-branch', answer: updateBranch },
  { method: 'PUT', path: '/pulls/:/merge', answer: merge },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { book, query } = call;
  const [owner] = book.repository.name.split('/');
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const isAsked = (each: PullRequest) =>
    (state === 'all' || each.state === state) &&
    (!head || head === `${owner}:${each.head.branch}`) &&
    (!base || base === each.base.branch);
  const found = (await book.list()).filter(isAsked);
  if (query.get('direction') !== 'asc') found.reverse();
  return {
    body: found.map(each => pullRequestBody(each, call)),
    isList: true,
  };
}

async function open(call: RepositoryCall): Promise<Answer> {
  const { book, body, account } = call;
  const opened = await book.open({
    title: textOf(body, 'title') ?? fail('title'),
    body: textOf(body, 'body') ?? '',
    head: textOf(body, 'head') ?? fail('head'),
    base: textOf(body, 'base') ?? fail('base'),
    isDraft: body.draft === true,
    author: account.login,
  });
  return { status: 201, body: await whole(call, opened) };
}

function fail(field: string): never {
  throw invalid('PullRequest', field);
}

async function get(call: RepositoryCall): Promise<Answer> {
  return { body: await whole(call, await asked(call)) };
}

async function update(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await asked(call);
  const { book, account } = call;
  const { title, body, state } = call.body;
  if (typeof title === 'string') pullRequest.title = title;
  if (typeof body === 'string') pullRequest.body = body;
  if (typeof title === 'string' || typeof body === 'string') {
    book.tell(pullRequest, { action: 'edited', by: account.login });
  }
  if (state === 'closed') book.close(pullRequest, account.login);
  if (state === 'open') book.reopen(pullRequest, account.login);
  return { body: await whole(call, pullRequest) };
}

async function commits(call: RepositoryCall): Promise<Answer> {
  const { book } = call;
  const body = await commitsOf(book.repository, await asked(call));
  return { body, isList: true };
}

async function files(call: RepositoryCall): Promise<Answer> {
  const { head, base } = await asked(call);
  const { hosted } = call.repository;
  const body = await changedFiles(hosted, base.sha, head.sha);
  return { body, isList: true };
}

async function isMerged(call: RepositoryCall): Promise<Answer> {
  if (!(await asked(call)).merged) throw notFound();
  return { status: 204 };
}

async function updateBranch(call: RepositoryCall): Promise<Answer> {
  const expected = textOf(call.body, 'expected_head_sha');
  await call.book.desk.bringUpToDate(await asked(call), expected);
  return { status: 202, body: { message: 'Updating pull request branch.' } };
}

async function merge(call: RepositoryCall): Promise<Answer> {
  const { book, body, account } = call;
  const method = textOf(body, 'merge_method') ?? 'merge';
  if (!['merge', 'squash', 'rebase'].includes(method)) {
    throw new GitHubError(422, 'Validation Failed');
  }
  const sha = await book.desk.merge(await asked(call), {
    by: account.login,
    method: method as MergeMethod,
    sha: textOf(body, 'sha'),
    title: textOf(body, 'commit_title'),
    message: textOf(body, 'commit_message'),
  });
  return {
    body: { sha, merged: true, message: 'Pull Request successfully merged' },
  };
}

async function asked({ book, parts }: RepositoryCall): Promise<PullRequest> {
  return book.get(Number(parts[0]));
}

async function whole(
  call: RepositoryCall,
  pullRequest: PullRequest,
): Promise<object> {
  const now = await call.book.desk.mergeability(pullRequest);
  return pullRequestBody(pullRequest, call, now);
}
