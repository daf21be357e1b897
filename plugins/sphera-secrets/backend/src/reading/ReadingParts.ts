import type { Fleet } from '@sphera/plugin-fleet-common';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import type { SecretsClients } from '../adapters/SecretsClient';
import type { Looking, SecretsMemory } from '../records/SecretsMemory';
import type { SecretsSettings } from '../standard/SecretsSettings';
import type { Deeds } from './Deeds';
import type { SecretsViews } from './SecretsViews';

/** What answers are made from. */
export interface ReadingParts {
  memory: SecretsMemory;
  looking: Looking;
  clients: SecretsClients;
  settings: SecretsSettings;
  fleet: Fleet;
  directory: ServiceDirectory;
  views: SecretsViews;
  deeds: Deeds;
  /** Milliseconds since 1970. */
  now: () => number;
}
