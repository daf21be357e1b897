import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import type { People } from '../people/People';
import type { Plans } from '../plans/Plans';
import type { ToAnswer } from '../running/KeptRollback';
import type { ReplicaRunner } from '../running/ReplicaRunner';
import type { RollbackSettings } from '../settings/RollbackSettings';
import type { RollbackStore } from '../storage/RollbackStore';

/** What the operations work with that act. */
export interface ActingParts {
  plans: Plans;
  store: RollbackStore;
  runner: Pick<ReplicaRunner, 'wake' | 'end'>;
  directory: Pick<ServiceDirectory, 'get'>;
  people: Pick<People, 'authorOf'>;
  settings: Pick<RollbackSettings, 'slack' | 'lockAfterwards'>;
  toAnswer: ToAnswer;
  clock: Clock;
}
