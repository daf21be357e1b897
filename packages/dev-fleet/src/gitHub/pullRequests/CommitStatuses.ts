import type { Clock } from '../../kubernetes/clock';

export type StatusState = 'error' | 'failure' | 'pending' | 'success';

/** A status that somebody set on a commit. */
export interface CommitStatus {
  id: number;
  context: string;
  state: StatusState;
  description?: string;
  targetUrl?: string;
  /** Login. */
  creator: string;
  at: number;
}

/** The statuses of a repository's commits. */
export class CommitStatuses {
  readonly #statuses = new Map<string, CommitStatus[]>();
  #lastId = 70_000;

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  set(sha: string, wish: Omit<CommitStatus, 'id' | 'at'>): CommitStatus {
    const made = { ...wish, id: ++this.#lastId, at: this.clock.now() };
    this.#statuses.set(sha, [...(this.#statuses.get(sha) ?? []), made]);
    return made;
  }

  /** All that were set, the oldest first. */
  of(sha: string): CommitStatus[] {
    return this.#statuses.get(sha) ?? [];
  }

  /** The last of each context. */
  latestOf(sha: string): CommitStatus[] {
    const latest = this.of(sha).map(each => [each.context, each] as const);
    return [...new Map(latest).values()];
  }
}
