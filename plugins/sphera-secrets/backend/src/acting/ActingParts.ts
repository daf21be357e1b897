import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import type { SecretsClients } from '../adapters/SecretsClient';
import type { Looking, SecretsMemory } from '../records/SecretsMemory';
import type { Standard } from '../standard/Standard';
import type { ChangeStore } from '../storage/ChangeStore';
import type { WrittenStore } from '../storage/WrittenStore';
import type { CarryingOut } from './CarryingOut';
import type { SecretFinder } from './finding/SecretFinder';
import type { Holding } from './Holding';

/** What the operations work with that act on secrets. */
export interface ActingParts {
  clients: SecretsClients;
  memory: SecretsMemory;
  looking: Looking;
  directory: Pick<ServiceDirectory, 'get' | 'list'>;
  fleet: Pick<Fleet, 'regions'>;
  standard: Standard;
  finder: SecretFinder;
  carrying: CarryingOut;
  holding: Holding;
  changes: ChangeStore;
  written: WrittenStore;
  clock: Clock;
  newId: () => string;
  logger: LoggerService;
}
