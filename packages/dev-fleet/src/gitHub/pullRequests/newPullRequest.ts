import type { PullRequest } from './PullRequest';

/** What is known of a pull request when it is opened. */
export type NewPullRequest = Pick<
  PullRequest,
  'head' | 'base' | 'number' | 'title' | 'body' | 'author'
> & {
  isDraft?: boolean;
  /** In milliseconds. */
  at: number;
};

/** A pull request as it is at first. */
export const newPullRequest = ({
  at,
  isDraft = false,
  ...known
}: NewPullRequest): PullRequest => ({
  ...known,
  isDraft,
  state: 'open',
  createdAt: at,
  updatedAt: at,
  comments: [],
  labels: [],
  events: [],
  reviews: [],
  assignees: [],
  requestedReviewers: { users: [], teams: [] },
});
