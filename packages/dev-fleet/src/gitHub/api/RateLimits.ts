import type { ServerResponse } from 'node:http';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';

const HOUR = 3_600_000;

/** Calls that one account has made in its hour. */
interface Window {
  used: number;
  /** When the next begins, in milliseconds. */
  resetsAt: number;
}

/** How many calls each account may still make, told with each answer. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly limit: number,
  ) {}

  /** Counts a call. @throws GitHubError 403 where there were too many */
  count(login: string): void {
    const window = this.#windowOf(login);
    if (window.used >= this.limit) {
      throw new GitHubError(403, `API rate limit exceeded for user ${login}.`);
    }
    window.used++;
  }

  /** Takes a call back: one whose answer the client had already. */
  uncount(login: string): void {
    this.#windowOf(login).used--;
  }

  /** As `GET /rate_limit` tells it. */
  of(login: string) {
    const { used, resetsAt } = this.#windowOf(login);
    return {
      limit: this.limit,
      used,
      remaining: this.limit - used,
      reset: Math.ceil(resetsAt / 1_000),
    };
  }

  writeHead(response: ServerResponse, login: string): void {
    for (const [name, value] of Object.entries(this.of(login))) {
      response.setHeader(`x-ratelimit-${name}`, String(value));
    }
    response.setHeader('x-ratelimit-resource', 'core');
  }

  #windowOf(login: string): Window {
    const now = this.clock.now();
    const found = this.#windows.get(login);
    if (found && found.resetsAt > now) return found;
    const fresh = { used: 0, resetsAt: now + HOUR };
    this.#windows.set(login, fresh);
    return fresh;
  }
}
