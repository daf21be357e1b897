import type { PortalBus } from '@sphera/plugin-flags-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  Clock,
  ServiceDirectory,
  Titles,
} from '@sphera/plugin-operations-node';
import type { FlagsSettings } from '../settings/FlagsSettings';
import type { FlagStores } from '../storage/FlagStore';
import type { Answers } from './answers/Answers';
import type { FlagsMemory } from './memory/FlagsMemory';

/** What questions are answered from. */
export interface ReadingParts {
  memory: FlagsMemory;
  stores: Pick<FlagStores, 'changes' | 'outbox' | 'reports' | 'rollouts'>;
  settings: Pick<
    FlagsSettings,
    'clusters' | 'rings' | 'soakMs' | 'silentAfterMs' | 'readyAfterMs'
  >;
  fleet: Fleet;
  directory: ServiceDirectory;
  titles: Titles;
  answers: Answers;
  bus: Pick<PortalBus, 'state'>;
  clock: Pick<Clock, 'now'>;
}
