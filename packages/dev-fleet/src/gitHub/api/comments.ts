import { timestamp } from '../../kubernetes/clock';
import { invalid } from '../GitHubError';
import type { Comment } from '../pullRequests/PullRequest';
import type { Answer, Call, Route } from './Call';
import { textOf } from './textOf';

/** https://docs.github.com/en/rest/issues/comments: of pull requests, which are issues to it. */
export const comments: Route[] = [
  { method: 'GET', path: '/issues/:/comments', answer: list },
  { method: 'POST', path: '/issues/:/comments', answer: create },
];

async function list({ book, parts }: Call): Promise<Answer> {
  const { comments: all } = await book.get(Number(parts[0]));
  return { body: all.map(bodyOf), isList: true };
}

async function create({ book, parts, body, account }: Call): Promise<Answer> {
  const text = textOf(body, 'body');
  if (!text) throw invalid('IssueComment', 'body');
  const pullRequest = await book.get(Number(parts[0]));
  const made = book.comment(pullRequest, { author: account.login, body: text });
  return { status: 201, body: bodyOf(made) };
}

function bodyOf({ id, author, body, at }: Comment): object {
  return {
    id,
    body,
    user: { login: author },
    created_at: timestamp(at),
    updated_at: timestamp(at),
  };
}
