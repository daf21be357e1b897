import type { Rollback, Step } from '@sphera/plugin-rollback-common';
import { file, hoursAgo, plan, rollback } from './answers';

const STEPS: Step[] = [
  { name: 'commit', state: 'done', sentence: '3f2a91c' },
  { name: 'push', state: 'done', sentence: '3f2a91c' },
  {
    name: 'unlock',
    state: 'skipped',
    sentence: 'No earlier rollback has left a lock',
  },
  {
    name: 'sync',
    state: 'skipped',
    sentence: 'Argo CD does not deploy it',
  },
  { name: 'roll-out', state: 'running', sentence: '1 of 2 clusters are ready' },
  { name: 'lock', state: 'waiting' },
];

/** A rollback whose clusters follow: one is ready, one is not. */
export function rollingOut(fields: Partial<Rollback> = {}): Rollback {
  return rollback({
    sentence: '1 of 2 clusters are ready',
    steps: STEPS,
    files: plan().files,
    clusters: [
      {
        cluster: 'production-eu',
        region: 'eu',
        to: '4.11.7',
        state: 'ready',
        pods: { wanted: 3, ready: 3 },
      },
      {
        cluster: 'production-us',
        region: 'us',
        to: '4.11.7',
        state: 'rolling',
        pods: { wanted: 3, ready: 1 },
        sentence: '1 of 3 pods are ready',
      },
    ],
    commits: [
      {
        repository: file('production', 'eu').repository,
        hash: '3f2a91c0123456789',
        url: 'https://git.example/commit/3f2a91c',
        isPushed: true,
      },
    ],
    slack: {
      channel: '#booking-deploys',
      state: 'sent',
      url: 'https://slack.example/message',
    },
    canCancel: false,
    canRollForward: true,
    ...fields,
  });
}

/** One whose last cluster never got ready. */
export function failed(fields: Partial<Rollback> = {}): Rollback {
  const before = rollingOut();
  const sentence =
    'production-us is not ready after 10 minutes (production-us: the image cannot be pulled)';
  return {
    ...before,
    state: 'failed',
    endedAt: hoursAgo(0),
    sentence,
    nextStep: 'Look at the pods of production-us',
    steps: before.steps.map(step =>
      step.name === 'roll-out' ? { ...step, state: 'failed', sentence } : step,
    ),
    clusters: [
      before.clusters[0],
      {
        ...before.clusters[1],
        state: 'failed',
        sentence: 'the image cannot be pulled',
      },
    ],
    ...fields,
  };
}

/** One that is over, with its lock. */
export function done(fields: Partial<Rollback> = {}): Rollback {
  const before = rollingOut();
  return {
    ...before,
    state: 'done',
    endedAt: before.startedAt,
    sentence: '4.11.7 runs in production',
    steps: before.steps.map(step =>
      step.state === 'skipped' ? step : { ...step, state: 'done' },
    ),
    clusters: before.clusters.map(one => ({
      ...one,
      state: 'ready',
      pods: { wanted: 3, ready: 3 },
    })),
    lock: { isWanted: true, id: 'rollback-8' },
    ...fields,
  };
}
