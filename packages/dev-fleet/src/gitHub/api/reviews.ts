import { timestamp } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';
import type { Review } from '../pullRequests/PullRequest';
import type { Answer, RepositoryCall, Route } from './Call';
import { pullRequestBody } from './pullRequestBody';
import { textOf } from './textOf';
import { userBody } from './userBody';

const STATES: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** https://docs.github.com/en/rest/pulls/reviews, …/review-requests, …/issues/assignees */
export const reviews: Route[] = [
  { method: 'GET', path: '/pulls/:/reviews', answer: list },
  { method: 'POST', path: '/pulls/:/reviews', needs: 'pull', answer: create },
  { method: 'POST', path: '/pulls/:/requested_reviewers', answer: request },
  { method: 'POST', path: '/issues/:/assignees', answer: assign },
];

async function list(call: RepositoryCall): Promise<Answer> {
  const { book, parts } = call;
  const all = (await book.get(Number(parts[0]))).reviews;
  return { body: all.map(each => bodyOf(call, each)), isList: true };
}

async function create(call: RepositoryCall): Promise<Answer> {
  const { book, parts, body, account } = call;
  const pullRequest = await book.get(Number(parts[0]));
  const state = STATES[textOf(body, 'event') ?? 'COMMENT'];
  if (!state) throw new GitHubError(422, 'Validation Failed');
  if (state !== 'COMMENTED' && pullRequest.author === account.login) {
    const what = state === 'APPROVED' ? 'approve' : 'request changes on';
    throw new GitHubError(422, 'Unprocessable Entity', [
      `Review Can not ${what} your own pull request`,
    ]);
  }
  const review = book.review(pullRequest, {
    author: account.login,
    state,
    body: textOf(body, 'body') ?? '',
  });
  return { body: bodyOf(call, review) };
}

const namesIn = (names: unknown): string[] =>
  Array.isArray(names) ? names.map(String) : [];

async function request(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await call.book.get(Number(call.parts[0]));
  const { users, teams } = pullRequest.requestedReviewers;
  pullRequest.requestedReviewers = {
    users: [...new Set([...users, ...namesIn(call.body.reviewers)])],
    teams: [...new Set([...teams, ...namesIn(call.body.team_reviewers)])],
  };
  return { status: 201, body: pullRequestBody(pullRequest, call) };
}

async function assign(call: RepositoryCall): Promise<Answer> {
  const pullRequest = await call.book.get(Number(call.parts[0]));
  const wished = namesIn(call.body.assignees);
  pullRequest.assignees = [...new Set([...pullRequest.assignees, ...wished])];
  return { status: 201, body: pullRequestBody(pullRequest, call) };
}

function bodyOf(
  { origin }: RepositoryCall,
  { id, author, state, body, at, sha }: Review,
): object {
  return {
    id,
    user: userBody(author, origin),
    state,
    body,
    commit_id: sha,
    submitted_at: timestamp(at),
  };
}
