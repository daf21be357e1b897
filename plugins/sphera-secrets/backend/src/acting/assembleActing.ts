import { randomInt, randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type Clock,
  type ServiceDirectory,
  systemClock,
} from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { SecretsClients } from '../adapters/SecretsClient';
import type { Looking, SecretsMemory } from '../records/SecretsMemory';
import type { SecretsSettings } from '../standard/SecretsSettings';
import { ChangeStore } from '../storage/ChangeStore';
import { WrittenStore } from '../storage/WrittenStore';
import type { ActingParts } from './ActingParts';
import { CarryingOut } from './CarryingOut';
import { SecretFinder } from './finding/SecretFinder';
import { Holding } from './Holding';

/**
 * Puts the parts together that act on secrets: here time and chance come in.
 * @param deps.knex - whose tables are up to date
 */
export function assembleActing(deps: {
  knex: Knex;
  clients: SecretsClients;
  memory: SecretsMemory;
  looking: Looking;
  directory: Pick<ServiceDirectory, 'get' | 'list'>;
  fleet: Pick<Fleet, 'regions'>;
  settings: Pick<SecretsSettings, 'places' | 'standard'>;
  logger: LoggerService;
  clock?: Clock;
}): ActingParts {
  const { knex, settings, clock = systemClock } = deps;
  const { standard, places } = settings;
  const parts = { ...deps, standard, clock, newId: () => randomUUID() };
  const changes = new ChangeStore(knex);
  const written = new WrittenStore(knex);
  const holding = new Holding({ ...parts, store: changes });
  return {
    ...parts,
    changes,
    written,
    holding,
    finder: new SecretFinder({ ...parts, places }),
    carrying: new CarryingOut({
      ...parts,
      holding,
      written,
      randomInt: below => randomInt(below),
    }),
  };
}
