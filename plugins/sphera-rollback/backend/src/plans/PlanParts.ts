import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  Clock,
  OperationsService,
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { Clusters } from '../adapters/clusters/Clusters';
import type { Images } from '../adapters/registry/Images';
import type { ServiceHistory, Versions } from '../history/Versions';
import type { Layouts } from '../layouts/Layouts';
import type { RollbackSettings } from '../settings/RollbackSettings';
import type { RollbackStore } from '../storage/RollbackStore';
import type { Ways } from './Ways';

/** What plans are made of. */
export interface PlanParts {
  settings: RollbackSettings;
  fleet: Fleet;
  directory: ServiceDirectory;
  layouts: Layouts;
  versions: Versions;
  clusters: Clusters;
  images: Images;
  ways: Pick<Ways, 'of'>;
  store: RollbackStore;
  operations: Pick<OperationsService, 'ask'>;
  clock: Clock;
  /** The Slack channel that is told of a service. */
  channelOf(service: ServiceEntry): string | undefined;
}

/** A file as it is, and the version that it is to say. */
export type PlannedFile = ServiceHistory['files'][number] & { to: string };

/** What is to become of the files of one service. */
export interface PlannedChange {
  service: ServiceEntry;
  environment: string;
  history: ServiceHistory;
  files: PlannedFile[];
  /** The regions that were asked for. */
  regions?: string[];
  /** Id of the rollback that it takes back. */
  undoes?: string;
}
