import { timestamp } from '../../kubernetes/clock';
import { invalid, notFound } from '../GitHubError';
import type { Comment } from '../pullRequests/PullRequest';
import type { Answer, RepositoryCall, Route } from './Call';
import { textOf } from './textOf';
import { userBody } from './userBody';
import { apiUrl, pageUrl } from './Where';

/** https://docs.github.com/en/rest/issues/comments: of pull requests, which are issues to it. */
export const comments: Route[] = [
  { method: 'GET', path: '/issues/:/comments', answer: list },
  { method: 'POST', path: '/issues/:/comments', answer: create },
  { method: 'PATCH', path: '/issues/comments/:', answer: update },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { book, parts } = call;
  const { number, comments: all } = await book.get(Number(parts[0]));
  return {
    body: all.map(each => commentBody(call, each, number)),
    isList: true,
  };
}

async function create(call: RepositoryCall): Promise<Answer> {
  const { book, parts, body, account } = call;
  const text = textOf(body, 'body');
  if (!text) throw invalid('IssueComment', 'body');
  const pullRequest = await book.get(Number(parts[0]));
  const made = book.comment(pullRequest, { author: account.login, body: text });
  return { status: 201, body: commentBody(call, made, pullRequest.number) };
}

async function update(call: RepositoryCall): Promise<Answer> {
  const { book, parts, body } = call;
  const text = textOf(body, 'body');
  if (!text) throw invalid('IssueComment', 'body');
  for (const { number, comments: all } of await book.list()) {
    const comment = all.find(({ id }) => id === Number(parts[0]));
    if (!comment) continue;
    comment.body = text;
    return { body: commentBody(call, comment, number) };
  }
  throw notFound();
}

/** @param number - of its pull request */
export function commentBody(
  call: RepositoryCall,
  { id, author, body, at }: Comment,
  number: number,
): object {
  return {
    id,
    body,
    user: userBody(author, call.origin),
    url: `${apiUrl(call)}/issues/comments/${id}`,
    html_url: `${pageUrl(call)}/pull/${number}#issuecomment-${id}`,
    created_at: timestamp(at),
    updated_at: timestamp(at),
  };
}
