/** A pull request as it is kept. Moments are milliseconds since 1970. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  /** Login of who opened it. */
  author: string;
  /** Its branch, and what that is at: followed while it is open. */
  head: { branch: string; sha: string };
  base: { branch: string; sha: string };
  state: 'open' | 'closed';
  createdAt: number;
  closedAt?: number;
  merged?: { by: string; commit: string };
  comments: Comment[];
  /** Heads of both branches when GitHub last began to work out whether it can be merged. */
  lookedAt?: string;
}

export interface Comment {
  id: number;
  author: string;
  body: string;
  at: number;
}
