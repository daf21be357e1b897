import {
  autoscalerOf,
  containerOf,
  deploymentOf,
  MADE_AT,
  replicaSetOf,
} from '../__testUtils__/records';
import type { AutoscalerRecord, DeploymentRecord } from '../fleet/records';
import { limitedBy, troubleOf } from './autoscalers/condition';
import { compareVersions } from './compareVersions';
import { quantityOf } from './quantity';
import { deployedAt, wantedVersion } from './revisions';
import { healthOf, rolloutOf } from './rollout';

const HOUR = 60 * 60_000;
const DIGEST = `sha256:${'0123456789ab'.repeat(5)}cdef`;
const running = (image: string, more: Partial<DeploymentRecord> = {}) =>
  deploymentOf({ containers: [containerOf({ image })], ...more });

describe('the version of a deployment', () => {
  it.each([
    ['registry.example:5000/shop/quotes:4.12.1', '4.12.1'],
    [`registry.example/quotes:4.12.1@${DIGEST}`, '4.12.1'],
    [`registry.example:5000/quotes@${DIGEST}`, '0123456789ab'],
    ['registry.example:5000/quotes', 'latest'],
    ['quotes:latest', 'latest'],
  ])('is read from the image %s', (image, version) => {
    expect(wantedVersion(running(image))).toBe(version);
  });

  it('is the label where the image has no tag, or one that says nothing', () => {
    const labelled = { podLabels: { 'app.kubernetes.io/version': '4.12.1' } };
    expect(wantedVersion(running('quotes:latest', labelled))).toBe('4.12.1');
    expect(wantedVersion(running(`quotes@${DIGEST}`, labelled))).toBe('4.12.1');
    expect(wantedVersion(running('quotes:5.0.0', labelled))).toBe('5.0.0');
  });

  it('is that of the main container, not of what stands beside it', () => {
    const containers = [
      containerOf({ name: 'proxy', image: 'proxy:1.0.0' }),
      containerOf({ name: 'api', image: 'api:2.0.0' }),
      containerOf({ name: 'quotes', image: 'quotes:3.0.0' }),
    ];
    const version = (more: Partial<DeploymentRecord>) =>
      wantedVersion(deploymentOf({ containers, ...more }));
    expect(version({ name: 'api' })).toBe('2.0.0');
    expect(version({ name: 'quotes-blue' })).toBe('3.0.0');
    expect(version({ name: 'other', labels: {} })).toBe('1.0.0');
  });

  it('is wanted since its first revision: a restart does not make it younger', () => {
    const deployment = running('quotes:2.0.0');
    const revision = (number: number, image: string) =>
      replicaSetOf(deployment, {
        revision: number,
        images: [{ container: 'quotes', image }],
        createdAt: MADE_AT + number * HOUR,
      });
    const restarted = [
      revision(3, 'quotes:2.0.0'),
      revision(2, 'quotes:2.0.0'),
      revision(1, 'quotes:1.0.0'),
    ];
    expect(deployedAt(deployment, restarted)).toBe(MADE_AT + 2 * HOUR);
    expect(deployedAt(deployment, [])).toBeUndefined();
  });

  it('is wanted since nobody knows when where an old revision was taken up again', () => {
    const deployment = running('quotes:1.0.0');
    const old = replicaSetOf(deployment, { revision: 3, createdAt: MADE_AT });
    const newer = replicaSetOf(deployment, {
      revision: 2,
      images: [{ container: 'quotes', image: 'quotes:2.0.0' }],
      createdAt: MADE_AT + HOUR,
    });
    expect(deployedAt(deployment, [old, newer])).toBeUndefined();
  });
});

describe('of two versions, the older', () => {
  const seen: Record<string, number> = { abc1234: 1, def5678: 2 };
  it.each([
    ['4.9.0', '4.12.1', -1],
    ['v1.2.3', '1.2.4', -1],
    ['4.12.1-rc.1', '4.12.1', -1],
    ['1.4', '1.10', -1],
    ['2026.11.3', '2026.10.24', 1],
    ['abc1234', 'def5678', -1],
    ['def5678', '4.12.1', 0],
    ['1234567', '7654321', 0],
    ['4.12.1', '4.12.1', 0],
  ])('%s and %s', (a, b, order) => {
    expect(Math.sign(compareVersions(a, b, version => seen[version]))).toBe(
      order,
    );
  });
});

describe('a rollout', () => {
  const rollout = (more: Partial<DeploymentRecord>, cannotStart?: string) =>
    rolloutOf(deploymentOf(more), cannotStart);
  const progressing = [
    { type: 'Progressing', status: 'True', reason: 'ReplicaSetUpdated' },
  ];
  const conditions = progressing;

  it('is done, and stays so when a pod fails later', () => {
    expect(rollout({})).toEqual({ state: 'done' });
    expect(rollout({ ready: 2, available: 2 })).toEqual({ state: 'done' });
  });

  it('says what it waits for', () => {
    expect(rollout({ generation: 2 }).sentence).toBe(
      'Kubernetes has yet to look at the last change',
    );
    expect(rollout({ updated: 1, replicas: 4, conditions }).sentence).toBe(
      '1 of 3 pods replaced',
    );
    expect(rollout({ replicas: 4, conditions }).sentence).toBe(
      '1 old pod yet to end',
    );
    expect(rollout({ available: 2, conditions })).toEqual({
      state: 'rolling',
      sentence: '2 of 3 new pods ready',
    });
  });

  it('is stuck where its new pods cannot start, or time is up', () => {
    const late = [
      {
        type: 'Progressing',
        status: 'False',
        reason: 'ProgressDeadlineExceeded',
      },
    ];
    expect(
      rollout({ updated: 1, conditions }, 'Image missing: no such tag'),
    ).toEqual({
      state: 'stuck',
      sentence: 'The rollout does not go on: image missing: no such tag',
    });
    expect(rollout({ updated: 1, conditions: late })).toEqual({
      state: 'stuck',
      sentence:
        'The rollout does not go on: its new pods were not ready in time',
    });
    const message = 'exceeded quota: pods';
    const refused = [{ type: 'ReplicaFailure', status: 'True', message }];
    expect(rollout({ updated: 1, conditions: refused }).sentence).toBe(
      'The rollout does not go on: no pod can be created: exceeded quota: pods',
    );
  });

  it('is paused, or off where no pods are wanted', () => {
    expect(rollout({ paused: true }).state).toBe('paused');
    expect(rollout({ wanted: 0 })).toEqual({ state: 'off' });
  });
});

describe('the health of a deployment', () => {
  it.each([
    [3, 3, 'healthy'],
    [3, 2, 'degraded'],
    [3, 0, 'down'],
    [0, 0, 'off'],
    [2, 3, 'healthy'],
  ])('with %i pods wanted and %i ready is %s', (wanted, ready, health) => {
    expect(healthOf({ wanted, ready })).toBe(health);
  });
});

describe('a quantity', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    ['1Gi', 1024 ** 3],
    ['1.5G', 1.5e9],
    ['1e3', 1000],
    ['100n', 100 * 1e-9],
    ['a lot', undefined],
    [undefined, undefined],
  ])('%s is %s', (text, value) => {
    expect(quantityOf(text)).toEqual(value);
  });
});

describe('an autoscaler', () => {
  const withCondition = (
    type: string,
    status: string,
    reason: string,
    message?: string,
  ): AutoscalerRecord =>
    autoscalerOf({ conditions: [{ type, status, reason, message }] });

  it.each([
    [
      'TooManyReplicas',
      'The load calls for more than the 6 pods that are allowed at most',
    ],
    [
      'TooFewReplicas',
      'The load calls for fewer than the 2 pods that are wanted at least',
    ],
    ['ScaleUpLimit', 'It may not grow faster than it does'],
  ])('says why it would scale further but may not: %s', (reason, words) => {
    expect(limitedBy(withCondition('ScalingLimited', 'True', reason))).toBe(
      words,
    );
    expect(
      limitedBy(withCondition('ScalingLimited', 'False', reason)),
    ).toBeUndefined();
  });

  it('says why it cannot scale at all', () => {
    expect(
      troubleOf(
        withCondition(
          'ScalingActive',
          'False',
          'FailedGetResourceMetric',
          'no metrics returned from resource metrics API',
        ),
      ),
    ).toBe(
      'It cannot scale: the load is not known (no metrics returned from resource metrics API)',
    );
    expect(
      troubleOf(withCondition('ScalingActive', 'False', 'ScalingDisabled')),
    ).toBe('It rests while no pods are wanted: somebody set them to 0');
    expect(
      troubleOf(withCondition('AbleToScale', 'False', 'FailedGetScale')),
    ).toBe('It cannot scale: its Deployment quotes cannot be changed');
    expect(troubleOf(autoscalerOf())).toBeUndefined();
  });
});
