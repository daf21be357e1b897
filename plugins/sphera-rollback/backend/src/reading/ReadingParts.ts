import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Clock, ServiceDirectory } from '@sphera/plugin-operations-node';
import type { Clusters } from '../adapters/clusters/Clusters';
import type { GitRepositories } from '@sphera/plugin-git-node';
import type { Images } from '../adapters/registry/Images';
import type { Versions } from '../history/Versions';
import type { Layouts } from '../layouts/Layouts';
import type { People } from '../people/People';
import type { Plans } from '../plans/Plans';
import type { ToAnswer } from '../running/KeptRollback';
import type { RollbackSettings } from '../settings/RollbackSettings';
import type { RollbackStore } from '../storage/RollbackStore';

/** What questions are answered from. */
export interface ReadingParts {
  settings: RollbackSettings;
  fleet: Fleet;
  directory: ServiceDirectory;
  layouts: Layouts;
  repositories: GitRepositories;
  versions: Versions;
  clusters: Clusters;
  images: Images;
  people: People;
  store: RollbackStore;
  plans: Plans;
  toAnswer: ToAnswer;
  clock: Clock;
}
