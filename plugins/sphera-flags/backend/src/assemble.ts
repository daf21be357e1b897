import { randomUUID } from 'node:crypto';
import type {
  AuthService,
  DatabaseService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { createSigner } from '@sphera/plugin-flags-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type Clock,
  openTitles,
  type OperationsService,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import { openConductor } from './conducting/openConductor';
import { openIntake } from './intake/openIntake';
import { openAnswers } from './reading/answers/Answers';
import { FlagsMemory } from './reading/memory/FlagsMemory';
import { Follower } from './reading/memory/Follower';
import { Retention } from './retention/Retention';
import { readSettings } from './settings/readSettings';
import { openStores } from './storage/openStore';
import { openBus as openConfiguredBus } from './transport/openBus';

/** What tests bring along in place of what the product has. */
export interface Injected {
  openBus?: typeof openConfiguredBus;
  clock?: Clock;
  newId?: () => string;
}

/** Puts the parts of this capability together: here the clock comes in. `undefined` where there is no way to clusters. */
export async function assemble(
  deps: Injected & {
    auth: AuthService;
    catalog: CatalogService;
    config: Config;
    database: DatabaseService;
    directory: ServiceDirectory;
    fleet: Fleet;
    lifecycle: LifecycleService;
    logger: LoggerService;
    notifications: NotificationService;
    operations: OperationsService;
  },
) {
  const { clock = systemClock, newId = randomUUID } = deps;
  const { openBus = openConfiguredBus } = deps;
  const settings = readSettings(deps.config, deps.fleet);
  const given = { ...deps, settings, clock, newId };
  const bus = openBus(given);
  if (!bus) return undefined;

  const stores = await openStores(deps.database);
  const memory = new FlagsMemory(settings.clusters);
  const follower = new Follower({
    ...given,
    memory,
    followed: stores.followed,
    outbox: stores.outbox,
  });
  const titles = openTitles(given);
  const sources = { ...given, bus, stores, memory, titles };
  const reading = { ...sources, follower, answers: openAnswers(sources) };
  const conductor = openConductor({
    ...sources,
    signer: settings.signing && createSigner(settings.signing),
  });
  const intake = openIntake({
    ...sources,
    onChanged(cells) {
      follower.reported(cells);
      conductor.reported();
    },
  });
  return {
    reading,
    retention: new Retention({ ...given, past: stores.past }),
    acting: { ...reading, wake: () => conductor.wake() },
    /** Begins to send, to take in and to follow. */
    async start() {
      deps.operations.onChange(({ operation, isFromElsewhere }) => {
        // What no operation did was reported by a cluster: here that is known already.
        if (operation) follower.written();
        else if (isFromElsewhere) follower.reportedElsewhere();
      });
      await follower.start();
      bus.start();
      conductor.start();
      intake.start();
    },
    async stop() {
      await intake.stop();
      await conductor.stop();
      await follower.stop();
      await bus.stop();
    },
  };
}
