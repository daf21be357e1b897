import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { GitAccount } from '../git/GitAccount';
import type { HostedRepositories } from '../git/HostedRepositories';
import { machineClock, type Clock } from '../kubernetes/clock';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { GitHubApi } from './api/GitHubApi';
import type { PointsOfMinute } from './api/PointLimits';
import type { AppWish } from './apps/AppWish';
import { BESIDE_CALLS, GITHUB_FAULTS, type GitHubFault } from './faults';
import { GitHubPages } from './pages/GitHubPages';
import type { Outcome } from './pullRequests/CheckRuns';
import type { PullRequestRules } from './rules/PullRequestRules';
import { loseAnswer } from './loseAnswer';
import { sendFault } from './sendFault';
import { gitAccess } from './state/gitAccess';
import type { GitHubRepository } from './state/GitHubRepository';
import { GitHubWorld } from './state/GitHubWorld';
import type { OrganizationWish } from './state/Organization';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** How an embedded GitHub is to be. */
export interface GitHubOptions {
  /** What the git server beside it serves; it says from now on what may be pushed. */
  repositories: HostedRepositories;
  accounts: readonly GitAccount[];
  /** By name of a repository; where there are none, everything may be merged. */
  rules?: Record<string, PullRequestRules>;
  /** Besides those that repositories are of. */
  organizations?: readonly OrganizationWish[];
  /** What may come in with a key instead of a token. */
  apps?: readonly AppWish[];
  /** Login of who looks at its pages, and merges there; nobody if absent. */
  visitor?: string;
  /** Whether something beside it runs workflows, and has pages of them. */
  hasActions?: boolean;
  /** How long a check runs, in milliseconds; four seconds if absent. */
  checksTake?: number;
  /** Calls of an account that are taken in an hour; five thousand if absent. */
  callsPerHour?: number;
  /** What an account may do in a minute: a call that reads is a point, another one five; as GitHub has it: 900. No limit if absent. */
  pointsPerMinute?: number;
  /** Instead of the machine's clock. */
  clock?: Pick<Clock, 'now'>;
}

/** GitHub beside a git server: its REST API, its webhooks, and pages for people. */
export class GitHubStandIn implements Neighbour {
  readonly #faults = new NeighbourFaults<GitHubFault>('github', GITHUB_FAULTS);
  readonly #world: GitHubWorld;
  readonly #api: GitHubApi;
  readonly #pages: GitHubPages;

  constructor(options: GitHubOptions) {
    const { repositories, accounts } = options;
    this.#world = new GitHubWorld({
      repositories,
      accounts,
      rules: options.rules ?? {},
      organizations: options.organizations ?? [],
      apps: options.apps ?? [],
      checksTake: options.checksTake ?? 4_000,
      clock: options.clock ?? machineClock(),
      outcome: () => this.#outcome(),
      isRaced: () => this.#faults.current === 'raced',
      areHooksLost: () => this.#faults.current === 'hooks-lost',
    });
    repositories.access = gitAccess(this.#world, options.hasActions);
    this.#api = new GitHubApi(this.#world, options);
    this.#pages = new GitHubPages(this.#world, options.visitor);
  }

  /**
   * What it knows of a repository, for who shares this process: its checks, its hooks, its settings.
   *
   * @param name - `kestrel-parcels/parcels`
   */
  repository(name: string): GitHubRepository | undefined {
    return this.#world.repository(name);
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [path] = (request.url ?? '/').split('?');
    const isOfApi = /^\/(?:api\/v3\/|api\/graphql$|_codeload\/)/.test(path);
    if (isOfApi) return this.#answer(request, response);
    return this.#pages.handle(request, response);
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

  /**
   * Switches a fault; it holds until another is set, or for so many calls.
   *
   * @param limits - `calls` names them: `PUT /repos/kestrel-parcels/parcels/topics`
   */
  fault(
    fault: GitHubFault,
    limits?: { calls?: string[]; times?: number },
  ): void {
    this.#faults.set(fault, limits);
  }

  /** From now on an account may do so much in a minute, in place of what was said before; absent: what it likes. */
  limitPoints(limit?: PointsOfMinute): void {
    this.#api.limitPoints(limit);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = BESIDE_CALLS.includes(this.#faults.current)
      ? 'none'
      : this.#faults.meet(nameOf(request));
    if (fault === 'lost') loseAnswer(request, response);
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

/** A call as faults name it: `POST /orgs/kestrel-parcels/repos`. */
function nameOf({ method, url = '/' }: IncomingMessage): string {
  const [path] = url.split('?');
  return `${method} ${path.replace(/^\/api\/v3/, '')}`;
}
