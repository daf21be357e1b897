import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryLog, serveLog, TOPICS } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { Neighbour } from '../kubernetes/Neighbour';
import { FLAG_FAULTS, type FlagFaultWish } from './faults';
import { FlagCluster } from './FlagCluster';
import { sendFlagsPage } from './flagsPage';

const PARTITIONS = 12;

/**
 * What is there of Kafka and of clusters on a laptop: a log at `/flags/log`, a real agent for each cluster, and a page
 * with the file of each at `/flags/clusters/<name>`.
 */
export class FlagClusters implements Neighbour {
  readonly #clusters: Map<string, FlagCluster>;
  readonly #serveLog: ReturnType<typeof serveLog>;

  private constructor(
    clusters: string[],
    private readonly folder: string,
    { clock, heartbeatEvery }: { clock: Clock; heartbeatEvery: number },
  ) {
    const log = new MemoryLog({ clock });
    log.addTopic(TOPICS.commands, {
      partitions: PARTITIONS,
      isCompacted: true,
    });
    log.addTopic(TOPICS.reports, { partitions: PARTITIONS });
    this.#serveLog = serveLog(log, { prefix: '/flags/log' });
    const parts = { log, topics: TOPICS, folder, clock, heartbeatEvery };
    this.#clusters = new Map(
      clusters.map(name => [name, new FlagCluster(name, parts)]),
    );
  }

  /** Starts the agents of these clusters, with their files in a temporary folder. */
  static async start(
    clusters: string[],
    options: { clock: Clock; heartbeatEvery: number },
  ): Promise<FlagClusters> {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-flags-'));
    const all = new FlagClusters(clusters, folder, options);
    for (const cluster of all.#clusters.values()) cluster.start();
    return all;
  }

  cluster(name: string): FlagCluster | undefined {
    return this.#clusters.get(name);
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, name] = /^\/flags\/clusters\/([a-z0-9-]+)$/.exec(pathname) ?? [];
    if (name === undefined) return this.#serveLog(request, response);
    return sendFlagsPage(response, this.#clusters.get(name));
  }

  faults(): Record<string, string> {
    return Object.fromEntries(
      [...this.#clusters].map(([name, { fault }]) => [`flags/${name}`, fault]),
    );
  }

  concerns(wish: Partial<FlagFaultWish>): boolean {
    return wish.neighbour === 'flags';
  }

  switchFault(wish: Partial<FlagFaultWish>): string | undefined {
    const { cluster: name = '', fault = '' as never, flag } = wish;
    if (!Object.hasOwn(FLAG_FAULTS, fault)) {
      return `"fault" must be one of ${Object.keys(FLAG_FAULTS).join(', ')}.`;
    }
    const cluster = this.#clusters.get(name);
    if (!cluster) {
      return `"cluster" must be one of ${[...this.#clusters.keys()].join(
        ', ',
      )}.`;
    }
    void cluster.meet(fault, flag);
    return undefined;
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.#clusters.values()].map(cluster => cluster.stop()),
    );
    await rm(this.folder, { recursive: true, force: true });
  }
}
