/** How a pull request stands. */
export interface PullRequest {
  number: number;
  url: string;
  state: 'open' | 'merged' | 'closed';
  /** Hash of its head. */
  head: string;
  /** Hash of the commit on the branch that came of it, once merged. */
  mergeCommit?: string;
  /** Whether its checks passed, wait, or failed; `blocked`: something else is missing, a review say. */
  checks: 'passed' | 'waiting' | 'failed' | 'blocked';
  /** What it waits for, in words. */
  sentence: string;
}

/** Pull requests of one repository on GitHub (or one that speaks its REST API). */
export interface PullRequests {
  /** The newest of a branch, also one that is closed or merged. @throws NeighbourError */
  ofBranch(branch: string): Promise<PullRequest | undefined>;
  /** Opens one; asked again for the same branch, the one that is open. @throws NeighbourError */
  open(request: {
    branch: string;
    into: string;
    title: string;
    body: string;
  }): Promise<PullRequest>;
  /**
   * Merges it where `head` is still its head; asked again, it is merged already.
   * @throws NeighbourError; one that passes where it is brought up to date first, and has another head then
   */
  merge(pullRequest: { number: number; head: string }): Promise<PullRequest>;
  /**
   * Whether a branch takes pull requests alone, as far as GitHub tells: for plans. Only a push shows it for sure.
   * @throws NeighbourError
   */
  wantsPullRequests(branch: string): Promise<boolean>;
  /** Closes it without merging and with a comment. @throws NeighbourError */
  close(number: number, comment: string): Promise<void>;
}

/** Where a repository's pull requests are; `undefined` where it is not on GitHub. */
export type PullRequestsOf = (repository: string) => PullRequests | undefined;
