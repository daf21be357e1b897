import type { ServerResponse } from 'node:http';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';

const MINUTE = 60_000;

/** Calls of one account that are answered at the same time. */
const AT_ONCE = 100;

/** What a call costs: the more, the more it takes to answer. */
const pointsOf = (method: string): number =>
  ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 1 : 5;

/** What an account may do. */
export interface PointsOfMinute {
  pointsPerMinute: number;
  /** In milliseconds, for who does not want to wait a minute; sixty seconds if absent. */
  minuteTakes?: number;
}

/** What one account did in its minute. */
interface Minute {
  points: number;
  /** When the next begins, in milliseconds. */
  endsAt: number;
}

/** GitHub's secondary rate limits: points in a minute, and calls at the same time. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
export class PointLimits {
  readonly #minutes = new Map<string, Minute>();
  readonly #open = new Map<string, number>();

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly limit: PointsOfMinute,
  ) {}

  /**
   * Counts a call until its answer has ended.
   *
   * @throws GitHubError 403, with the head that says when to come back
   */
  count(
    { login, method }: { login: string; method: string },
    response: ServerResponse,
  ): void {
    const minute = this.#minuteOf(login);
    const open = this.#open.get(login) ?? 0;
    const { pointsPerMinute } = this.limit;
    const isTooMuch = minute.points + pointsOf(method) > pointsPerMinute;
    if (isTooMuch || open >= AT_ONCE) {
      const left = isTooMuch ? minute.endsAt - this.clock.now() : 1_000;
      response.setHeader('retry-after', String(Math.ceil(left / 1_000)));
      throw new GitHubError(
        403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      );
    }
    minute.points += pointsOf(method);
    this.#open.set(login, open + 1);
    response.once('close', () =>
      this.#open.set(login, this.#open.get(login)! - 1),
    );
  }

  #minuteOf(login: string): Minute {
    const now = this.clock.now();
    const found = this.#minutes.get(login);
    if (found && found.endsAt > now) return found;
    const { minuteTakes = MINUTE } = this.limit;
    const fresh = { points: 0, endsAt: now + minuteTakes };
    this.#minutes.set(login, fresh);
    return fresh;
  }
}
