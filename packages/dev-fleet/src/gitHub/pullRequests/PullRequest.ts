import type { IssueEvent } from './IssueEvent';

/** A pull request as it is kept. Moments are milliseconds since 1970. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  isDraft: boolean;
  /** Login of who opened it. */
  author: string;
  /** Its branch, and what that is at: followed while it is open. */
  head: { branch: string; sha: string };
  base: { branch: string; sha: string };
  state: 'open' | 'closed';
  createdAt: number;
  /** When something of it was changed or said last. */
  updatedAt: number;
  closedAt?: number;
  merged?: { by: string; commit: string };
  comments: Comment[];
  /** Names of labels. */
  labels: string[];
  /** The oldest first. */
  events: IssueEvent[];
  reviews: Review[];
  assignees: string[];
  requestedReviewers: { users: string[]; teams: string[] };
  /** Heads of both branches when GitHub last began to work out whether it can be merged. */
  lookedAt?: string;
}

export interface Comment {
  id: number;
  author: string;
  body: string;
  at: number;
}

/** What somebody says of the changes. */
export interface Review {
  id: number;
  author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED';
  body: string;
  at: number;
  sha: string;
}

/** Who approves of it now, and whether somebody wants changes: the last word of each counts. */
export function standingOf({ reviews }: PullRequest): {
  approvals: number;
  isRejected: boolean;
} {
  const words = reviews.filter(({ state }) => state !== 'COMMENTED');
  const last = new Map(words.map(({ author, state }) => [author, state]));
  const states = [...last.values()];
  return {
    approvals: states.filter(state => state === 'APPROVED').length,
    isRejected: states.includes('CHANGES_REQUESTED'),
  };
}
