import type { FlagStores } from '../storage/FlagStore';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  Clock,
  ServiceDirectory,
  Titles,
} from '@sphera/plugin-operations-node';
import type { Answers } from '../reading/answers/Answers';
import type { FlagsSettings } from '../settings/FlagsSettings';

/** What the operations work with that act. */
export interface ActingParts {
  stores: Pick<FlagStores, 'changes' | 'rollouts' | 'namespaces'>;
  settings: Pick<FlagsSettings, 'clusters' | 'rings' | 'soakMs' | 'guardrails'>;
  fleet: Fleet;
  directory: Pick<ServiceDirectory, 'get'>;
  titles: Titles;
  answers: Pick<Answers, 'accepted' | 'rollout'>;
  clock: Pick<Clock, 'now'>;
  newId: () => string;
  /** Something is to be sent. */
  wake(): void;
}
