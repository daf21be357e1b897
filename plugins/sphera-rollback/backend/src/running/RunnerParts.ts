import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  Clock,
  OperationsService,
  ServiceDirectory,
} from '@sphera/plugin-operations-node';
import type { Applications } from '../adapters/argocd/Applications';
import type { Clusters } from '../adapters/clusters/Clusters';
import type { GitRepositories } from '@sphera/plugin-git-node';
import type { PullRequestsOf } from '../adapters/github/PullRequests';
import type { Layouts } from '../layouts/Layouts';
import type { RollbackSettings } from '../settings/RollbackSettings';
import type { RollbackStore } from '../storage/RollbackStore';
import type { KeptRollback } from './KeptRollback';
import type { Notices } from './Runner';

/** What carrying rollbacks out takes. */
export interface RunnerParts {
  settings: Pick<
    RollbackSettings,
    'repositories' | 'identity' | 'rollOutLimit' | 'pullRequestLimit'
  >;
  store: RollbackStore;
  repositories: GitRepositories;
  layouts: Layouts;
  pullRequests: PullRequestsOf;
  applications: Applications;
  clusters: Clusters;
  notices: Notices;
  operations: Pick<OperationsService, 'ask' | 'run' | 'announce'>;
  directory: Pick<ServiceDirectory, 'get'>;
  clock: Clock;
  logger: LoggerService;
  newId: () => string;
  /** Called before and after each time that a rollback is written down: where tests let a replica die. */
  atBoundary?: (name: string, rollback: KeptRollback) => Promise<void>;
}
