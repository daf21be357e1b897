import type { GitHubApi, GitHubRepository } from '@sphera/plugin-git-node';
import { type Clock, NeighbourError } from '@sphera/plugin-operations-node';
import { Semaphore } from 'async-mutex';

/** How many calls of facts are under way at a time. */
const AT_ONCE = 6;
/** After so many troubles in a row it is GitHub's, not a repository's. */
const TROUBLES = 3;
/** How long GitHub is left alone where it is in trouble or takes no credentials, in milliseconds. */
const PAUSE_MS = 30_000;

/**
 * One host of GitHub, asked by facts: few calls at once, and none for a while once it has had enough, does not answer or
 * does not accept who asks.
 */
export class GitHubAccess {
  readonly #few = new Semaphore(AT_ONCE);
  #pause?: { until: number; error: NeighbourError };
  #troubles = 0;

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /**
   * Asks GitHub about a repository, unless it is left alone now.
   *
   * @param doing - for sentences: `read builds`
   * @throws NeighbourError
   */
  async through<T>(
    repository: GitHubRepository,
    doing: string,
    call: (rest: GitHubApi['rest']) => Promise<T>,
  ): Promise<T> {
    return this.#few.runExclusive(async () => {
      this.#checkPause();
      let isUnauthorized = false;
      try {
        const answer = await repository.ask(doing, rest =>
          call(rest).catch(error => {
            isUnauthorized = error.status === 401;
            throw error;
          }),
        );
        this.#troubles = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof NeighbourError)) throw error;
        throw this.#noted(error, isUnauthorized);
      }
    });
  }

  /** @throws NeighbourError why it is left alone, where it is */
  #checkPause(): void {
    if (!this.#pause) return;
    if (this.clock.now() < this.#pause.until) throw this.#pause.error;
    this.#pause = undefined;
  }

  #noted(error: NeighbourError, isUnauthorized: boolean): NeighbourError {
    const now = this.clock.now();
    if (error.retryAfter !== undefined) {
      const until = now + error.retryAfter;
      const [sentence] = error.message.split(': it takes more in ');
      const limited = new NeighbourError(
        `${sentence}: it is asked again after ${timeOf(until)}`,
        true,
        error.retryAfter,
      );
      this.#pause = { until, error: limited };
      return limited;
    }
    if (error.isPassing) this.#troubles++;
    else this.#troubles = 0;
    if (isUnauthorized || this.#troubles >= TROUBLES) {
      this.#pause = { until: now + PAUSE_MS, error };
      this.#troubles = 0;
    }
    return error;
  }
}

/** `15:20 UTC`, rounded up, so that it does not say too soon. */
function timeOf(moment: number): string {
  const minute = Math.ceil(moment / 60_000) * 60_000;
  return `${new Date(minute).toISOString().slice(11, 16)} UTC`;
}
