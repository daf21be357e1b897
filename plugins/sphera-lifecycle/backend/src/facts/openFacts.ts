import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  type Clock,
  Follower,
  type OperationsService,
  type ServiceDirectory,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import { FactStore } from '../storage/FactStore';
import { FactMemory } from './FactMemory';
import type { FactSources } from './FactSources';
import { followSource } from './followSource';
import type { KnownFacts } from './KnownFacts';
import { PATIENCE_MS } from './lookWithin';
import { readingFacts } from './readingFacts';
import { scheduleLooks } from './scheduleLooks';
import { SourceLooks } from './SourceLooks';
import { tellPages } from './tellPages';

/** A service that nobody looked at for so long is gone from the catalog; milliseconds. */
const FORGOTTEN_AFTER_MS = 30 * 24 * 3_600_000;

/**
 * Opens what is known of services: has all sources look again and again, and keeps the memory of this replica up to what
 * any replica saw.
 *
 * @param deps.sources - all that there will be
 * @param deps.knex - the database of this plugin, its tables brought up to date
 * @throws StorageError
 */
export async function openFacts(deps: {
  sources: FactSources;
  knex: Knex;
  directory: ServiceDirectory;
  operations: Pick<OperationsService, 'announceHere'>;
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: Pick<LoggerService, 'warn'>;
  clock: Clock;
}): Promise<KnownFacts> {
  const { sources, directory, lifecycle, logger, clock } = deps;
  const failed = (error: unknown) =>
    logger.warn(`Facts are not kept right now: ${withoutValues(error)}`);
  const store = new FactStore(deps.knex);
  const memory = new FactMemory(sources, clock);
  const listeners: Array<(services: readonly string[]) => void> = [];
  const tell = (listener: (typeof listeners)[0], services: string[]) => {
    try {
      listener(services);
    } catch (error) {
      failed(error);
    }
  };
  const follower = new Follower<void>({
    read: readingFacts({
      store,
      memory,
      changed(services: string[]) {
        for (const listener of listeners) tell(listener, services);
        tellPages(services, deps.operations);
      },
    }),
    clock,
    failed,
  });
  const follow = () => follower.catchUp();
  const ending = new AbortController();
  const looking = { store, memory, follow, clock, logger };
  const all = sources.all.map(
    source => new SourceLooks(source, { ...looking, signal: ending.signal }),
  );
  lifecycle.addShutdownHook(() => {
    follower.stop();
    ending.abort();
  });
  await follow();
  follower.follow();
  await scheduleLooks({
    ...deps,
    all,
    follow,
    forget: () => store.forget(clock.now() - FORGOTTEN_AFTER_MS),
  });
  for (const looks of all) followSource(looks, { directory, clock, failed });

  return {
    descriptions: sources.descriptions,
    of: service => memory.of(service),
    isSeen: service => memory.isSeen(service),
    async refresh(service) {
      const entry = await directory.get(service, { fresh: true });
      if (!entry) return;
      const looks = all.map(each => each.look([entry]).catch(failed));
      let callOff = () => {};
      const late = new Promise<void>(resolve => {
        callOff = clock.after(PATIENCE_MS, resolve);
      });
      await Promise.race([Promise.all(looks), late]);
      callOff();
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
