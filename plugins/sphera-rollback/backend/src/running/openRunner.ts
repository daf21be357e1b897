import { randomUUID } from 'node:crypto';
import { ReplicaRunner } from './ReplicaRunner';
import type { RunnerParts } from './RunnerParts';

/** What carries rollbacks out on this replica. */
export function openRunner(
  parts: Omit<RunnerParts, 'newId'> & Partial<Pick<RunnerParts, 'newId'>>,
): ReplicaRunner {
  return new ReplicaRunner({ newId: randomUUID, ...parts });
}
