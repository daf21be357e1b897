import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GitAccount } from '../git/GitAccount';
import type { HostedRepositories } from '../git/HostedRepositories';
import { machineClock, type Clock } from '../kubernetes/clock';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { GitHubApi } from './api/GitHubApi';
import { GITHUB_FAULTS, type GitHubFault } from './faults';
import { sendPullRequest } from './pages/pullRequestPages';
import type { Outcome } from './pullRequests/CheckRuns';
import { PullRequestBook } from './pullRequests/PullRequestBook';
import type { PullRequestRules } from './rules';
import { sendFault } from './sendFault';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** How an embedded GitHub is to be. */
export interface GitHubOptions {
  /** What the git server beside it serves. */
  repositories: HostedRepositories;
  accounts: readonly GitAccount[];
  /** By name of a repository; where there are none, everything may be merged. */
  rules?: Record<string, PullRequestRules>;
  /** How long a check runs, in milliseconds; four seconds if absent. */
  checksTake?: number;
  /** Instead of the machine's clock. */
  clock?: Pick<Clock, 'now'>;
}

/** GitHub beside a git server: its REST API for pull requests, and their pages. */
export class GitHubStandIn implements Neighbour {
  readonly #faults = new NeighbourFaults<GitHubFault>('github', GITHUB_FAULTS);
  readonly #books = new Map<string, PullRequestBook>();
  readonly #api: GitHubApi;

  constructor(options: GitHubOptions) {
    const { repositories, rules = {}, checksTake = 4_000 } = options;
    for (const repository of repositories.list()) {
      const { name } = repository;
      const book = new PullRequestBook(repository, rules[name] ?? {}, {
        repositories,
        clock: options.clock ?? machineClock(),
        checksTake,
        outcome: () => this.#outcome(),
        isRaced: () => this.#faults.current === 'raced',
      });
      this.#books.set(name, book);
    }
    this.#api = new GitHubApi({
      accounts: options.accounts,
      bookOf: name => this.#books.get(name),
    });
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [path] = (request.url ?? '/').split('?');
    if (path.startsWith('/api/v3/')) return this.#answer(request, response);
    const [, name, number] =
      /^\/([^/]+\/[^/]+)\/pull\/(\d+)\/?$/.exec(path) ?? [];
    const book = this.#books.get(name);
    if (!book || request.method !== 'GET') return undefined;
    return sendPullRequest(response, book, Number(number));
  }

  faults() {
    return this.#faults.faults();
  }

  concerns(wish: object): boolean {
    return this.#faults.concerns(wish);
  }

  switchFault(wish: object): string | undefined {
    return this.#faults.switchFault(wish);
  }

  /** Switches a fault; it holds until another is set, or for so many calls. */
  fault(fault: GitHubFault, limits?: { times?: number }): void {
    this.#faults.set(fault, limits);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    // Those of checks and merges count no calls.
    const fault = /^(checks|raced)/.test(this.#faults.current)
      ? 'none'
      : this.#faults.meet('rest');
    if (fault === 'slow') await wait(SLOW, undefined, { ref: false });
    if (!sendFault(fault, request, response)) {
      await this.#api.handle(request, response);
    }
  }

  #outcome(): Outcome {
    switch (this.#faults.current) {
      case 'checks-fail':
        return 'failure';
      case 'checks-wait':
        return 'never';
      default:
        return 'success';
    }
  }
}
