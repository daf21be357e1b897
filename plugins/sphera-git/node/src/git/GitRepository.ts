/** A commit as `git log` tells it. */
export interface LoggedCommit {
  hash: string;
  /** Of the committer, in milliseconds: when it came to the branch. */
  at: number;
  author: { name: string; email: string };
  subject: string;
  /** Trailers of its message by lower-case key, the last one wins: `sphera-operation`, `sphera-rollback-from`, … */
  trailers: Record<string, string>;
  /** From `(#123)` at the end of the subject, or `Merge pull request #123`. */
  pullRequest?: number;
}

/** A file as one commit left it. */
export interface FileRevision extends LoggedCommit {
  /** `undefined`: the commit took the file away. */
  text?: string;
}

/** What the portal knows of the branch, and since when. */
export interface BranchHead {
  commit: string;
  /** When the repository was last asked, in milliseconds. */
  fetchedAt: number;
  /** Why it could not be asked since, in words. */
  stale?: string;
}

/** A change to be committed. */
export interface CommitRequest {
  /** Hash of its parent. */
  base: string;
  /** Without a text: the file is taken away. */
  files: Array<{ path: string; text?: string }>;
  /** Whole message, with its trailers. */
  message: string;
  author: { name: string; email: string };
  /** In milliseconds, cut to seconds: the same request gives the same hash on every replica. */
  at: number;
}

/** What became of a push. `raced`: the branch has moved on; nothing was changed. */
export type PushOutcome = 'pushed' | 'raced';

/**
 * A GitOps repository through a cached bare partial clone, whichever host it is on. Everything but `fetch`, `push` and
 * blobs that are not cached yet is answered without the network. What git says never has credentials in it.
 */
export interface GitRepository {
  readonly name: string;
  readonly branch: string;
  /**
   * Asks the remote unless it was asked within `maxAge` milliseconds (0: always). One at a time; whoever comes meanwhile
   * shares the answer.
   * @throws RepositoryError where there is no clone yet and none can be made; with one, `stale` says why it is old
   */
  head(options?: { maxAge?: number }): Promise<BranchHead>;
  /** A file at a commit; `undefined` where there is none. */
  read(commit: string, path: string): Promise<string | undefined>;
  /** The revisions of a file up to a commit, the newest first; from memory where the head has not moved. */
  history(commit: string, path: string): Promise<FileRevision[]>;
  /** Whether `ancestor` is in the history of `commit`. */
  contains(commit: string, ancestor: string): Promise<boolean>;
  /**
   * Which files a commit of another branch has otherwise than the commit `base` at which it left `head`.
   * @throws RepositoryError
   */
  changesSince(
    head: string,
    commit: string,
  ): Promise<{ base: string; paths: string[] }>;
  /** Writes a commit into the clone; nobody else sees it. Returns its hash. */
  commit(request: CommitRequest): Promise<string>;
  /**
   * Pushes a commit to the branch, or to another one, fast-forward only.
   * @throws PushRefusedError where the remote says no (`protected`: a pull request would do), RepositoryError where it
   * does not answer: then it may have arrived or not
   */
  push(commit: string, options?: { branch?: string }): Promise<PushOutcome>;
  /** Deletes a branch on the remote; none of this name is fine. */
  deleteBranch(branch: string): Promise<void>;
  /** The newest commit after `since` (milliseconds) up to `commit` with a trailer `Sphera-Operation: <id>`. */
  findOperation(
    commit: string,
    id: string,
    since: number,
  ): Promise<LoggedCommit | undefined>;
}

/** All repositories of the configuration. */
export interface GitRepositories {
  /** @throws Error for a name that the configuration does not have */
  get(name: string): GitRepository;
}
