import { deploymentOf, podOf, replicaSetOf } from '../__testUtils__/records';
import type { DeploymentRecord } from '../fleet/records';
import { rolloutOf } from '../reading/rollout';
import { RestartSight, standingOf } from './progress';
import type { StartedRestart } from './StartedRestart';

const START = Date.parse('2026-11-24T12:00:00.400Z');
const MINUTE = 60_000;
const cluster = {
  name: 'production-eu',
  environment: 'production',
  region: 'eu',
};
const restart: StartedRestart = {
  id: 'one',
  service: 'component:default/quotes',
  environment: 'production',
  region: 'eu',
  cluster: 'production-eu',
  namespace: 'selling',
  name: 'quotes',
  startedBy: 'user:default/dana',
  startedAt: START,
  reason: 'memory leak',
  revisionBefore: 4,
  generation: 7,
};
const stamped: Partial<DeploymentRecord> = {
  // Kubernetes keeps whole seconds.
  restartedAt: Date.parse('2026-11-24T12:00:00.000Z'),
  generation: 7,
  observedGeneration: 7,
};

/** The deployment as the cluster shows it, and how the restart stands then. */
function stands(
  changes: Partial<DeploymentRecord>,
  more: {
    ready?: number;
    revision?: number;
    after?: number;
    cannotStart?: string;
    sight?: RestartSight['sight'];
    restart?: Partial<StartedRestart>;
  } = {},
) {
  const now = START + (more.after ?? 30_000);
  const deployment = deploymentOf({ ...stamped, ...changes });
  const newest = replicaSetOf(deployment, { revision: more.revision ?? 5 });
  const old = replicaSetOf(deployment, { revision: 4 });
  const pods = [
    podOf({ owner: old.uid }),
    ...Array.from({ length: more.ready ?? 0 }, () =>
      podOf({ owner: newest.uid }),
    ),
    podOf({ owner: newest.uid, ready: false }),
  ];
  return standingOf(
    { ...restart, ...more.restart },
    {
      sight: more.sight ?? { cluster, state: 'live', observedAt: now },
      found: {
        deployment,
        rollout: rolloutOf(deployment, more.cannotStart),
        revisions: [newest, old],
        pods,
      },
    },
    now,
  );
}

describe('a restart', () => {
  it('waits for the cluster to begin', () => {
    expect(
      stands({ generation: 6, observedGeneration: 6, restartedAt: undefined }),
    ).toEqual({
      state: 'rolling',
      pods: { wanted: 3, ready: 0 },
      sentence: 'Waiting for the cluster to begin',
    });
  });

  it('says how many new pods are ready', () => {
    expect(stands({ updated: 2, replicas: 4 }, { ready: 1 })).toEqual({
      state: 'rolling',
      pods: { wanted: 3, ready: 1 },
      sentence: '1 of 3 new pods ready: 2 of 3 pods replaced',
    });
  });

  it('waits for the old pods to end', () => {
    expect(stands({ replicas: 4 }, { ready: 3 })).toMatchObject({
      state: 'rolling',
      sentence: '3 of 3 new pods ready: 1 old pod yet to end',
    });
  });

  it('is done when all new pods are ready', () => {
    expect(stands({}, { ready: 3, after: 38_000 })).toEqual({
      state: 'done',
      pods: { wanted: 3, ready: 3 },
      sentence: 'All 3 pods were replaced in 38 seconds',
    });
  });

  it('is done, with as many pods, where the autoscaler changed their number meanwhile', () => {
    expect(
      stands({ wanted: 4, generation: 8, observedGeneration: 8 }, { ready: 4 }),
    ).toMatchObject({ state: 'done', pods: { wanted: 4, ready: 4 } });
  });

  it('failed when Kubernetes gives it up', () => {
    expect(
      stands(
        {
          updated: 1,
          conditions: [
            {
              type: 'Progressing',
              status: 'False',
              reason: 'ProgressDeadlineExceeded',
            },
          ],
        },
        { cannotStart: 'Crash-looping: its container quotes ended with 1' },
      ),
    ).toMatchObject({
      state: 'failed',
      sentence:
        '0 of 3 new pods ready. The rollout does not go on: crash-looping: its container quotes ended with 1',
    });
  });

  it('goes on while new pods crash, and failed when they still do after ten minutes', () => {
    const crashing = { cannotStart: 'Crash-looping: exit code 1' };
    expect(
      stands({ updated: 1 }, { ...crashing, after: 9 * MINUTE }),
    ).toMatchObject({ state: 'rolling' });
    expect(
      stands({ updated: 1 }, { ...crashing, after: 11 * MINUTE }),
    ).toMatchObject({ state: 'failed' });
  });

  it.each([
    ['another restart', { restartedAt: START + 90_000, generation: 8 }, 6],
    ['a deploy, which keeps the stamp', { generation: 8 }, 6],
    ['somebody who took the stamp off', { restartedAt: undefined }, 5],
  ])('is superseded by %s', (_, changes, revision) => {
    expect(stands(changes, { revision })).toMatchObject({
      state: 'superseded',
    });
  });

  it('failed where the deployment was deleted', () => {
    expect(
      standingOf(restart, { sight: { cluster, state: 'live' } }, START),
    ).toMatchObject({
      state: 'failed',
      sentence: 'The deployment was deleted meanwhile',
    });
  });

  it('waits for a silent cluster, though not for ever', () => {
    const sight = { cluster, state: 'lost' as const, observedAt: START };
    expect(stands({}, { sight, after: 14 * MINUTE })).toMatchObject({
      state: 'rolling',
      sentence: expect.stringContaining('has not answered for 14 minutes'),
    });
    expect(stands({}, { sight, after: 16 * MINUTE })).toMatchObject({
      state: 'failed',
    });
  });

  it('that a portal began and did not live to note is seen by its stamp', () => {
    const cut = { generation: undefined };
    expect(stands({}, { ready: 3, restart: cut })).toMatchObject({
      state: 'done',
    });
    const untouched = { restartedAt: undefined };
    expect(stands(untouched, { restart: cut })).toMatchObject({
      state: 'rolling',
    });
    expect(stands(untouched, { restart: cut, after: 61_000 })).toMatchObject({
      state: 'failed',
      sentence: 'The restart never reached the cluster: press restart again',
    });
  });
});
