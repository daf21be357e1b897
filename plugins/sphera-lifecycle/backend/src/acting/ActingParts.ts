import type {
  Clock,
  OperationsService,
  ServiceDirectory,
  Titles,
} from '@sphera/plugin-operations-node';
import type { KnownFacts } from '../facts/KnownFacts';
import type { Memory } from '../keeping/Memory';
import type { Names } from '../keeping/Names';
import type { Progress } from '../keeping/Progress';
import type { Standings } from '../keeping/Standings';
import type { ApprovalNotices } from '../notices/ApprovalNotices';
import type { LifecyclePath } from '../settings/LifecyclePath';
import type { ApprovalStore } from '../storage/ApprovalStore';
import type { LifecycleStore } from '../storage/LifecycleStore';
import type { Approvers } from './Approvers';

/** What it takes to answer and to change life cycles. */
export interface ActingParts {
  path: LifecyclePath;
  facts: KnownFacts;
  memory: Memory;
  standings: Standings;
  progress: Progress;
  names: Names;
  titles: Titles;
  lifecycles: LifecycleStore;
  approvals: ApprovalStore;
  approvers: Approvers;
  notices: ApprovalNotices;
  directory: ServiceDirectory;
  operations: OperationsService;
  clock: Clock;
  newId(): string;
}
