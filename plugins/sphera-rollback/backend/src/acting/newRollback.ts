import { randomUUID } from 'node:crypto';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { type Plan, STEPS } from '@sphera/plugin-rollback-common';
import { newMessage } from '../notices/newMessage';
import type { KeptRollback } from '../running/KeptRollback';
import type { ActingParts } from './ActingParts';

/** What somebody says who asks for a rollback. */
export interface Ask {
  reason: string;
  startedBy: string;
  /** Whether deploys are locked afterwards. */
  lock: boolean;
  set?: string;
  /** Id of the rollback that it takes back. */
  undoes?: string;
}

/** The rollback that a plan becomes, with nothing done yet. */
export async function newRollback(
  { settings, people, clock }: ActingParts,
  service: ServiceEntry,
  plan: Plan,
  { reason, startedBy, lock, set, undoes }: Ask,
): Promise<KeptRollback> {
  const versionIn = (cluster: string) =>
    plan.files.find(file => file.clusters.includes(cluster))?.to ??
    plan.version;
  return {
    id: randomUUID(),
    kind: undoes === undefined ? 'rollback' : 'roll-forward',
    undoes,
    set,
    service: plan.service,
    environment: plan.environment,
    regions: plan.regions,
    version: plan.version,
    from: plan.from,
    reason,
    startedBy,
    author: await people.authorOf(startedBy),
    startedAt: clock.now(),
    state: 'running',
    sentence: 'It is about to begin',
    steps: STEPS.map(name => ({ name, state: 'waiting' })),
    files: plan.files,
    clusters: plan.clusters.map(({ cluster, region, pods }) => ({
      cluster,
      region,
      to: versionIn(cluster),
      state: 'waiting',
      pods: { wanted: pods, ready: 0 },
    })),
    commits: [],
    lock: { isWanted: lock },
    canStop: true,
    slack: newMessage(settings, service),
    isNotified: false,
  };
}
