import type { Clock, Follower } from '@sphera/plugin-operations-node';
import type { SecretsClients } from '../adapters/SecretsClient';
import type { RecordsMemory } from '../records/RecordsMemory';
import type { Standard } from '../standard/Standard';
import type { RecordStore } from '../storage/RecordStore';
import type { KnownServices } from './KnownServices';
import type { Values } from './Values';

/** What every look at AWS needs. */
export interface LookParts {
  clients: SecretsClients;
  memory: RecordsMemory;
  follower: Pick<Follower<number>, 'catchUp'>;
  records: RecordStore;
  standard: Standard;
  services: Pick<KnownServices, 'names'>;
  values: Values;
  clock: Pick<Clock, 'now'>;
}
