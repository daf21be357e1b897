/** A commit status as the portal sets it. */
export interface Status {
  state: 'success' | 'failure' | 'pending' | 'error';
  description: string;
  /** Where one reads more. */
  url: string;
}

/** Statuses by context. */
export type Statuses = Record<string, Status>;

/** An open pull request. */
export interface OpenPullRequest {
  number: number;
  title: string;
  /** Login. */
  author: string;
  url: string;
  /** Commit that would be merged. */
  head: string;
  labels: string[];
  /** ISO 8601. */
  updatedAt: string;
}

/** Which repositories of an organisation are frozen: all, or those of these names. */
export type Frozen = 'all' | readonly string[];

/**
 * What the portal asks of GitHub. Repositories are named `kestrel-parcels/quotes`. Every call may be repeated; every
 * method throws `NeighbourError`, whose sentence has no credentials.
 */
export interface GitHub {
  /** Names of repositories that are not archived. */
  repositoriesOf(organization: string): Promise<string[]>;
  /** What there is of a repository. */
  look(repository: string): Promise<{ defaultBranch: string }>;
  /** Open pull requests to a branch, the most recently updated first. */
  pullRequestsTo(
    repository: string,
    branch: string,
  ): Promise<OpenPullRequest[]>;
  /** The newest status of each context at a commit. */
  statusesOf(repository: string, commit: string): Promise<Statuses>;
  /** Commits that a merge queue has made of pull requests to a branch, and would merge next; of one that may not be seen, none. */
  queuedFor(repository: string, branch: string): Promise<string[]>;
  setStatus(
    repository: string,
    commit: string,
    context: string,
    status: Status,
  ): Promise<void>;
  /** Login of who put a label on a pull request, the last time; `undefined`: GitHub does not say. */
  labelledBy(
    repository: string,
    pullRequest: number,
    label: string,
  ): Promise<string | undefined>;
  /** Whether something at GitHub, whoever set it up, holds back merges to a branch without this status. */
  requires(
    repository: string,
    branch: string,
    context: string,
  ): Promise<boolean>;
  /**
   * Has the portal's own ruleset of a repository require these statuses of merges to the default branch.
   * @param known - id of that ruleset, where it was seen before: it is switched without another look
   * @returns its id
   */
  require(
    repository: string,
    contexts: readonly string[],
    known?: number,
  ): Promise<number>;
  /** Takes that ruleset away; none is fine. */
  letGo(repository: string, known: number): Promise<void>;
  /** The same of a whole organisation, for the frozen ones of its repositories. */
  freeze(
    organization: string,
    frozen: Frozen,
    /** `except`: names of repositories that are never held. */
    about: { context: string; except: readonly string[] },
    known?: number,
  ): Promise<number>;
  /** Makes or mends the webhook of an organisation by which GitHub tells the portal. */
  hear(
    organization: string,
    hook: { url: string; secret: string },
  ): Promise<void>;
}
