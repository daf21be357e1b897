import type {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  type Clock,
  Follower,
  type OperationsService,
  Revisions,
  type ServiceDirectory,
  StorageError,
  systemClock,
} from '@sphera/plugin-operations-node';
import type { Place, SecretsPlace } from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';
import type { SecretsClients } from '../adapters/SecretsClient';
import { Fingerprints } from '../fingerprints/Fingerprints';
import type { SecretsSettings } from '../standard/SecretsSettings';
import { PlaceStore } from '../storage/PlaceStore';
import { RecordStore } from '../storage/RecordStore';
import { KnownServices } from '../sweep/KnownServices';
import { LookingAtAws } from '../sweep/LookingAtAws';
import { PreviousValues } from '../sweep/PreviousValues';
import { scheduleSweeps } from '../sweep/scheduleSweeps';
import { Sights } from '../sweep/Sights';
import { Sweeps } from '../sweep/Sweeps';
import { Values } from '../sweep/Values';
import { readingRecords } from './readingRecords';
import { RecordsMemory } from './RecordsMemory';
import type { Looking, SecretsMemory } from './SecretsMemory';

/** What is known of secrets, and the ways to look again. */
export interface OpenRecords {
  memory: SecretsMemory;
  looking: Looking;
  /** Looks every place through now, side by side. Never throws. */
  sweep(): Promise<void>;
}

/**
 * Opens what is known of secrets: all of it is in memory when this resolves. From then on each place
 * is looked through on schedule, and memory follows the database, whichever replica wrote to it.
 * @throws StorageError
 */
export async function openRecords(deps: {
  /** With the tables of this plugin. */
  knex: Knex;
  clients: SecretsClients;
  /** Calls of this replica to a place. */
  callsOf?: (place: Place) => SecretsPlace['calls'];
  settings: Pick<
    SecretsSettings,
    'places' | 'standard' | 'fingerprintKeys' | 'sweepEvery'
  >;
  directory: ServiceDirectory;
  scheduler: Pick<SchedulerService, 'scheduleTask'>;
  lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  logger: LoggerService;
  operations: Pick<OperationsService, 'onChange'>;
  clock?: Clock;
}): Promise<OpenRecords> {
  const { knex, clients, settings, directory, logger } = deps;
  const { clock = systemClock, callsOf = () => [] } = deps;
  const { standard } = settings;
  const failed = (error: unknown) => {
    const { name, message } = error as Error;
    const why = error instanceof StorageError ? message : name;
    logger.error(`What is known of secrets could not be brought up: ${why}`);
  };

  const memory = new RecordsMemory({
    places: settings.places,
    standard,
    callsOf,
    failed,
  });
  const revisions = new Revisions(knex, 'secret_revisions');
  const records = new RecordStore(knex, revisions);
  const places = new PlaceStore(knex, revisions);
  const stores = { revisions, records, places };
  const follower = new Follower({
    read: readingRecords({ ...stores, memory }),
    clock,
    failed,
  });
  const fingerprints = new Fingerprints(settings.fingerprintKeys);
  const services = new KnownServices({ directory, logger });
  const values = new Values(fingerprints, clock);
  const look = {
    clients,
    memory,
    follower,
    records,
    standard,
    services,
    values,
    clock,
  };
  const sights = new Sights({ memory, follower, places, logger });
  const previous = new PreviousValues({ ...look, fingerprints });
  const sweeps = new Sweeps({ ...look, places, sights, previous });

  await follower.catchUp();
  follower.follow();
  deps.operations.onChange(() => void follower.catchUp().catch(failed));
  deps.lifecycle.addShutdownHook(() => follower.stop());
  const every = settings.sweepEvery;
  const swept = { sweeps, places: settings.places, every };
  await scheduleSweeps({ ...deps, ...swept });

  return {
    memory,
    looking: new LookingAtAws({
      ...look,
      sights,
      directory,
      places: settings.places,
    }),
    sweep: () => sweeps.all(settings.places),
  };
}
