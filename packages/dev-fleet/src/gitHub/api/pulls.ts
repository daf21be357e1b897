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
  const body = sorted(found, query).map(each => pullRequestBody(each, call));
  return { body, isList: true };
}

/** By when they were opened, or changed last where that is asked; the newest first only where nobody says how to sort. */
function sorted(all: PullRequest[], query: URLSearchParams): PullRequest[] {
  const by = query.get('sort') ?? 'created';
  const usual = by === 'created' ? 'desc' : 'asc';
  const upwards =
    by === 'updated'
      ? [...all].sort((one, other) => one.updatedAt - other.updatedAt)
      : [...all];
  const direction = query.get('direction') ?? usual;
  return direction === 'asc' ? upwards : upwards.reverse();
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
  const { state } = call.body;
  const changes = await edit(call, pullRequest);
  if (Object.keys(changes).length > 0) {
    const more = { changes };
    book.tell(pullRequest, { action: 'edited', by: account.login, more });
  }
  if (state === 'closed') book.close(pullRequest, account.login);
  if (state === 'open') book.reopen(pullRequest, account.login);
  return { body: await whole(call, pullRequest) };
}

/** Changes title, text and branch as a call wishes; returns what they were before. */
async function edit(
  { book, body }: RepositoryCall,
  pullRequest: PullRequest,
): Promise<object> {
  const { title, body: text } = pullRequest;
  const wished = {
    title: textOf(body, 'title'),
    text: typeof body.body === 'string' ? body.body : undefined,
    base: textOf(body, 'base'),
  };
  const { branch: ref, sha } = pullRequest.base;
  const isElsewhere = wished.base !== undefined && wished.base !== ref;
  if (isElsewhere) await book.retarget(pullRequest, wished.base!);
  pullRequest.title = wished.title ?? title;
  pullRequest.body = wished.text ?? text;
  return {
    ...(pullRequest.title !== title && { title: { from: title } }),
    ...(pullRequest.body !== text && { body: { from: text } }),
    ...(isElsewhere && { base: { ref: { from: ref }, sha: { from: sha } } }),
  };
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
