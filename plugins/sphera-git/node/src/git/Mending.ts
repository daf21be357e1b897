import type { Clock } from '@sphera/plugin-operations-node';
import { RepositoryError } from '../errors';
import type { Clone } from './Clone';
import { GitFailure } from './Git';

/** A new clone with which git fails again within so many milliseconds is not made anew: that is not what is wrong. */
const RENEW_EVERY = 60_000;

/** Whether a clone has a commit and its tree. */
export async function hasCommit(
  { git, folder }: Clone,
  commit: string,
): Promise<boolean> {
  const args = ['cat-file', '-e', `${commit}^{tree}`];
  return (await git.attempt(folder, args)).code === 0;
}

/** Makes a clone anew that turns out to be damaged. */
export class Mending {
  #renewal?: Promise<void>;
  #renewedAt = -Infinity;

  constructor(
    private readonly clone: Clone,
    private readonly clock: Clock,
    private readonly onRenewed: () => void,
  ) {}

  /**
   * Does something with the clone; where git fails, once more with a new one. A clone whose head can be read and that
   * does not have one of the commits is not damaged.
   * @throws RepositoryError in place of GitFailure
   */
  async run<T>(commits: string[], act: () => Promise<T>): Promise<T> {
    const before = await this.clone.identity();
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      const now = await this.clone.identity();
      // Another process has made it anew meanwhile.
      const isMended = now !== undefined && now !== before;
      if (!isMended) {
        await this.#refuseUnknown(commits);
        await this.#renew(error);
      }
    }
    return act().catch(error => {
      throw error instanceof GitFailure ? this.#cannotUse(error) : error;
    });
  }

  async #refuseUnknown(commits: string[]) {
    for (const commit of commits) {
      const isUnknown = !(await hasCommit(this.clone, commit));
      if (isUnknown && (await this.clone.known())) {
        const { name } = this.clone.git.settings;
        throw new RepositoryError(
          `The repository ${name} has no commit ${commit}`,
        );
      }
    }
  }

  async #renew(reason: GitFailure): Promise<void> {
    if (this.#renewal) return this.#renewal;
    if (this.clock.now() - this.#renewedAt < RENEW_EVERY) {
      throw this.#cannotUse(reason);
    }
    this.#renewedAt = this.clock.now();
    this.#renewal = this.clone
      .make()
      .then(this.onRenewed)
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  #cannotUse({ message }: GitFailure) {
    const { name } = this.clone.git.settings;
    return new RepositoryError(
      `The clone of the repository ${name} cannot be used: ${message}`,
    );
  }
}
