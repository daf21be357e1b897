import type { Clock } from '@sphera/plugin-operations-node';
import { RepositoryError } from '../errors';
import type { Clone } from './Clone';
import type { BranchHead } from './GitRepository';

/** The newest commit of the branch, as far as it is known. */
export class Head {
  #head?: BranchHead;
  #askedAt = -Infinity;
  #asking?: Promise<BranchHead>;
  #pushes = 0;

  /** @param onMove - called with each commit that the branch turns out to be at */
  constructor(
    private readonly clone: Clone,
    private readonly clock: Clock,
    private readonly onMove: () => void,
  ) {}

  /** Asks the remote unless it was asked within so many milliseconds. @throws RepositoryError */
  async get(maxAge: number): Promise<BranchHead> {
    if (this.#asking) return this.#asking;
    const age = this.clock.now() - this.#askedAt;
    if (this.#head && maxAge > 0 && age <= maxAge) return this.#head;
    this.#asking = this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  /** Notes that the branch is at a commit, since it was pushed just now. */
  pushed(commit: string): void {
    this.#pushes += 1;
    this.#note(commit);
  }

  #note(commit: string): void {
    const now = this.clock.now();
    this.#head = { commit, fetchedAt: now };
    this.#askedAt = now;
  }

  async #ask(): Promise<BranchHead> {
    const before = this.#head?.commit;
    try {
      const commit = await this.#fetch();
      this.#note(commit);
      if (commit !== before) this.onMove();
    } catch (error) {
      this.#head = await this.#stale(error);
      this.#askedAt = this.clock.now();
    }
    return this.#head!;
  }

  /** What was asked before a push may be answered without it. */
  async #fetch(): Promise<string> {
    const pushes = this.#pushes;
    const commit = await this.clone.fetch();
    return pushes === this.#pushes ? commit : this.clone.fetch();
  }

  async #stale(error: unknown): Promise<BranchHead> {
    if (!(error instanceof RepositoryError)) throw error;
    const commit = this.#head?.commit ?? (await this.clone.known());
    if (!commit) throw error;
    const fetchedAt = this.#head?.fetchedAt ?? (await this.clone.askedAt());
    return { commit, fetchedAt, stale: error.message };
  }
}
