import type {
  BackendFeature,
  ExtensionPoint,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  type Log,
  MemoryLog,
  openLogPortalBus,
  TOPICS,
} from '@sphera/plugin-flags-node';
import type { Knex } from 'knex';
import type { Injected } from '../assemble';
import { createFlagsPlugin } from '../plugin';
import type { BusParts } from '../transport/openBus';
import { callersOf } from './callers';
import { type ClusterOfTest, startCluster } from './Clusters';
import { CLUSTERS, FLEET } from './settings';
import { nobodyTold, surroundings } from './surroundings';
import { TestClock } from './TestClock';

// A portal takes seconds to start where the machine has others to serve.
jest.setTimeout(60_000);

/** How a portal of a test is to be. */
export interface FlagsOptions {
  /** Below `sphera.flags`. */
  config?: object;
  /** In place of the fleet of tests. */
  fleet?: object;
  /** Components, where a test has others. */
  services?: Entity[];
  database?: Knex;
  /** One that is there already, say that of another replica. */
  log?: Log;
  clock?: TestClock;
  /** In place of a bus on the log; `null`: as the settings say. */
  openBus?: Injected['openBus'] | null;
  /** Whose clusters answer by themselves: all, unless a test starts agents of its own. */
  answering?: string[];
  features?: BackendFeature[];
  /** Of other plugins, for modules among the features. */
  extensionPoints?: Array<[ExtensionPoint<any>, object]>;
}

/** A portal of a test. */
export type FlagsPortal = Awaited<ReturnType<typeof startFlags>>;

/** A log in memory with the topics that there are unless the settings say otherwise. */
export function logOfTest(clock: TestClock, partitions = 3): MemoryLog {
  const log = new MemoryLog({ clock });
  log.addTopic(TOPICS.commands, { partitions, isCompacted: true });
  log.addTopic(TOPICS.reports, { partitions });
  return log;
}

/** The portal's flags over HTTP, before clusters that answer by themselves over a log in memory. */
export async function startFlags(options: FlagsOptions = {}) {
  const { clock = new TestClock(), answering = CLUSTERS } = options;
  const log = options.log ?? logOfTest(clock);
  const told = nobodyTold();
  const openBus =
    options.openBus ??
    (({ settings }: BusParts) =>
      openLogPortalBus({ log, topics: settings.topics, clock }));
  const backend = await startTestBackend({
    extensionPoints: options.extensionPoints as any,
    features: [
      createFlagsPlugin({
        clock,
        openBus: options.openBus === null ? undefined : openBus,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          sphera: {
            fleet: options.fleet ?? FLEET,
            flags: options.config ?? {},
          },
        } as JsonObject,
      }),
      ...surroundings(told, options.services),
      ...(options.database
        ? [mockServices.database.factory({ knex: options.database })]
        : []),
      ...(options.features ?? []),
    ],
  });
  const clusters = new Map<string, ClusterOfTest>();
  for (const name of answering) {
    const cluster = startCluster(name, { log, topics: TOPICS, clock });
    clusters.set(name, cluster);
    await cluster.beat();
  }
  return {
    ...callersOf(backend.server),
    server: backend.server,
    log,
    clock,
    /** What open pages and owners were told. */
    ...told,
    /** One of those that answer. */
    cluster(name: string): ClusterOfTest {
      const found = clusters.get(name);
      if (!found) throw new Error(`${name} does not answer by itself`);
      return found;
    },
    /** Every cluster that answers says that it is there. */
    async beat() {
      for (const cluster of clusters.values()) await cluster.beat();
    },
    async stop() {
      for (const cluster of clusters.values()) await cluster.stop();
      await backend.stop();
    },
  };
}
