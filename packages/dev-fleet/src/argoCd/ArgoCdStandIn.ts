import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { machineClock, type Clock } from '../kubernetes/clock';
import type { Neighbour } from '../kubernetes/Neighbour';
import type { Deployment } from '../kubernetes/objects';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import { sendApplications } from './applicationPages';
import { ArgoCdApi } from './ArgoCdApi';
import { ARGO_CD_FAULTS, type ArgoCdFault } from './faults';
import type {
  FollowedApplication,
  FollowedApplications,
} from './FollowedApplications';
import { healthOf } from './healthOf';
import { sendFault } from './sendFault';
import { SyncedApplication } from './SyncedApplication';

/** How long a slow answer takes, in milliseconds. */
const SLOW = 15_000;

/** How an embedded Argo CD is to be. */
export interface ArgoCdOptions {
  accounts: ReadonlyArray<{ login: string; token: string }>;
  /** Whether applications are synced by themselves; yes if absent. */
  isAutomatic?: boolean;
  /** Instead of the machine's clock. */
  clock?: Clock;
}

/** What Argo CD is about. */
export interface ArgoCdWorld {
  /** Reads files and applies them. */
  source: FollowedApplications;
  /** What runs of an application. */
  deploymentOf(application: FollowedApplication): Deployment | undefined;
}

/** Argo CD below `/argocd`: it compares each application with its branch every three minutes, or when it is asked. */
export class ArgoCdStandIn implements Neighbour {
  readonly #faults = new NeighbourFaults<ArgoCdFault>('argocd', ARGO_CD_FAULTS);
  readonly #applications = new Map<string, SyncedApplication>();
  readonly #api: ArgoCdApi;

  #world?: ArgoCdWorld;

  constructor(private readonly options: ArgoCdOptions) {
    this.#api = new ArgoCdApi({
      accounts: options.accounts,
      find: name => this.#applications.get(name),
      all: () => [...this.#applications.values()],
      healthOf: application => this.#healthOf(application),
    });
  }

  /** Begins to follow applications; there are none before, since the clusters answer only after their neighbours. */
  follow(world: ArgoCdWorld): void {
    const { isAutomatic = true, clock = machineClock() } = this.options;
    this.#world = world;
    for (const { name } of world.source.applications()) {
      const application = new SyncedApplication(name, {
        source: world.source,
        clock,
        isAutomatic,
        fails: () => this.#faults.current === 'sync-fails',
      });
      this.#applications.set(name, application);
    }
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const [path] = (request.url ?? '/').split('?');
    if (path.startsWith('/argocd/api/')) return this.#answer(request, response);
    // With or without the namespace that applications are in.
    const page =
      /^\/argocd(?:\/applications(?:\/argocd)?(?:\/([^/]+))?)?\/?$/.exec(path);
    if (!page || request.method !== 'GET') return undefined;
    const all = [...this.#applications.values()].map(application => ({
      application,
      health: this.#healthOf(application),
    }));
    sendApplications(response, all, page[1]);
    return Promise.resolve();
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

  /** Switches a fault; it holds until another is set. */
  fault(fault: ArgoCdFault): void {
    this.#faults.set(fault);
  }

  /** Nothing is followed any more. */
  stop(): void {
    for (const application of this.#applications.values()) application.stop();
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const fault = this.#faults.current;
    if (fault === 'slow') await wait(SLOW, undefined, { ref: false });
    if (!sendFault(fault, request, response)) {
      await this.#api.handle(request, response);
    }
  }

  #healthOf(application: SyncedApplication) {
    return healthOf(this.#world?.deploymentOf(application.state));
  }
}
