import type { FactSource } from '@sphera/plugin-lifecycle-node';
import type { Clock, OperationsService } from '@sphera/plugin-operations-node';
import type { RunningServices } from './RunningServices';

/** What sources of facts about clusters are made of. */
export interface SourceParts {
  operations: Pick<OperationsService, 'ask'>;
  running: RunningServices;
  clock: Clock;
  /** Hears of changes in clusters, of one environment where it is named. */
  onChange(id: string, environment?: string): FactSource['onChange'];
}

/** It is memory that is asked, and changes are heard of besides. */
export const LOOK_EVERY_MS = 60_000;

/** The tab of a service where all of it is seen. */
export const DEPLOYMENTS = { path: 'deployments', title: 'Deployments' };
