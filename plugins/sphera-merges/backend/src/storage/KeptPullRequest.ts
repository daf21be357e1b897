import type { PullRequestState } from '@sphera/plugin-merges-common';
import type { Status } from '../adapters/github/GitHub';

/** An open pull request to the default branch, and what GitHub was told of it. */
export interface KeptPullRequest {
  repository: string;
  number: number;
  title: string;
  author: string;
  url: string;
  head: string;
  /** Milliseconds. */
  updatedAt: number;
  state: PullRequestState;
  sentence: string;
  /** Login. */
  exemptedBy?: string;
  /** Head, login and freeze of the exemption that is on the record. */
  exemption?: string;
  /** By context, as they were set or seen at this head. */
  statuses: Record<string, Status>;
}
