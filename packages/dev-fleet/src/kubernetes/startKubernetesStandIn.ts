import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account } from './access/Tokens';
import { machineClock, type Clock } from './clock';
import type { Surroundings } from './controllers/autoscaling/autoscalers';
import { FaultSwitch, type Fault } from './faults';
import { controlFaults } from './http/control';
import type { Neighbour } from './Neighbour';
import { hashOf, seededRandom } from './random';
import { StandInCluster } from './StandInCluster';

/** How a stand-in is to be. */
export interface StandInOptions {
  /** Absent or 0: any that is free. */
  port?: number;
  /** Names of the clusters. */
  clusters: string[];
  /** Who may do what in every cluster. */
  accounts: Account[];
  /** The same clusters come from the same seed. */
  seed?: number;
  /** How many times faster pods start and deadlines pass. */
  speed?: number;
  /** Instead of the machine's clock. */
  clock?: Clock;
  /** From one bookmark of a watch to the next, in milliseconds; one minute, as the real one has it, if absent. */
  bookmarkInterval?: number;
  /** How many changes a watch may be behind before it gets 410. */
  remembered?: number;
  /** What else answers on the same port; the first that takes a request has it. */
  neighbours?: Neighbour[];
  /** What autoscalers meet in a cluster: none scales by load where this is absent. */
  surroundingsOf?(cluster: string): Surroundings;
  /** Puts objects into a cluster before it is reached, as if they had always been there. */
  fill?(cluster: StandInCluster): void;
}

/** Clusters that speak the Kubernetes API, in this process. */
export interface KubernetesStandIn {
  /** `http://127.0.0.1:7008` */
  url: string;
  /** Address of a cluster's API server. */
  urlOf(cluster: string): string;
  /** Switches a fault on or off; it holds until another is set. */
  fault(cluster: string, fault: Fault): void;
  /** A cluster from the inside. @throws Error where there is none of this name */
  cluster(name: string): StandInCluster;
  stop(): Promise<void>;
}

/** Starts clusters on one port of this machine, each under `/clusters/<name>`. */
export async function startKubernetesStandIn(
  options: StandInOptions,
): Promise<KubernetesStandIn> {
  const { seed = 1, accounts, bookmarkInterval = 60_000 } = options;
  const clock = options.clock ?? machineClock(options.speed);
  const clusters = new Map(
    options.clusters.map(name => [
      name,
      new StandInCluster({
        name,
        clock,
        random: seededRandom(seed + hashOf(name)),
        accounts,
        bookmarkInterval,
        remembered: options.remembered,
        surroundings: options.surroundingsOf?.(name),
        fill: options.fill,
      }),
    ]),
  );
  // The controllers look at what the clusters were filled with, before anybody else does.
  await new Promise(resolve => setImmediate(resolve));
  for (const cluster of clusters.values()) cluster.compact();
  const switches = new Map(
    options.clusters.map(name => [name, new FaultSwitch()]),
  );
  const server = createServer(
    // Longer than clients keep idle connections, so that none is closed under a request.
    { keepAliveTimeout: 120_000 },
    (request, response) =>
      void answer(request, response).catch(() => response.destroy()),
  );

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/faults') {
      return controlFaults(request, response, switches, options.neighbours);
    }
    for (const neighbour of options.neighbours ?? []) {
      const answered = neighbour.handle(request, response);
      if (answered) return answered;
    }
    const [, name, path] =
      /^\/clusters\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
    const cluster = clusters.get(name);
    if (!cluster) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      return response.end('404 page not found\n');
    }
    url.pathname = path ?? '/';
    return switches.get(name)?.pass(
      request,
      response,
      () => void cluster.api.handle(request, response, url),
      () => cluster.api.refuse(response),
    );
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function known<T>(map: Map<string, T>, name: string): T {
    const found = map.get(name);
    if (!found) throw new Error(`The stand-in has no cluster "${name}"`);
    return found;
  }

  return {
    url,
    urlOf: cluster => `${url}/clusters/${cluster}`,
    fault: (cluster, fault) => known(switches, cluster).set(fault),
    cluster: name => known(clusters, name),
    async stop() {
      for (const cluster of clusters.values()) cluster.stop();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
