import { deploymentOf, podOf } from '../__testUtils__/records';
import type { DisruptionBudgetRecord } from '../fleet/records';
import { RestartQuestion, whyNotRestartable } from './restartable';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');
const MINUTE = 60_000;
const cluster = {
  name: 'production-eu',
  environment: 'production',
  region: 'eu',
};
const budget = (allowed: number): DisruptionBudgetRecord => ({
  uid: 'b',
  namespace: 'selling',
  name: 'quotes',
  resourceVersion: '1',
  selector: {},
  disruptionsAllowed: allowed,
  currentHealthy: 3,
  desiredHealthy: 3,
});

const ask = (more: Partial<RestartQuestion> = {}) =>
  whyNotRestartable({
    sight: { cluster, state: 'live', observedAt: NOW },
    deployment: deploymentOf(),
    rollout: { state: 'done' },
    pods: [podOf(), podOf({ ready: false })],
    budgets: [budget(1)],
    coolDown: 5 * MINUTE,
    now: NOW,
    ...more,
  });

describe('a restart', () => {
  it('is safe where pods can go one after the other', () => {
    expect(ask()).toBeUndefined();
  });

  it.each<[string, Partial<RestartQuestion>, RegExp]>([
    [
      'its cluster does not answer',
      { sight: { cluster, state: 'lost', observedAt: NOW - 3 * MINUTE } },
      /^The cluster production-eu has not answered for 3 minutes.*Try again once it answers$/,
    ],
    [
      'its cluster was never seen',
      { sight: { cluster, state: 'connecting' } },
      /^The cluster production-eu has not been seen yet/,
    ],
    [
      'another restart runs',
      { running: { startedBy: 'user:default/sam' } },
      /^A restart by user:default\/sam is in progress. Wait/,
    ],
    [
      'its rollout is paused',
      {
        deployment: deploymentOf({ paused: true }),
        rollout: { state: 'paused' },
      },
      /^Its rollout is paused.*kubectl rollout resume/,
    ],
    [
      'a rollout is in progress',
      { rollout: { state: 'rolling', sentence: '1 of 3 pods replaced' } },
      /^A rollout is in progress: 1 of 3 pods replaced. Wait until it is done$/,
    ],
    [
      'its rollout is stuck',
      {
        rollout: {
          state: 'stuck',
          sentence: 'The rollout does not go on: image missing',
        },
      },
      /^The rollout does not go on: image missing\..*roll back$/,
    ],
    [
      'no pods are wanted',
      { rollout: { state: 'off' } },
      /^No pods are wanted/,
    ],
    [
      'no pod is ready',
      { pods: [podOf({ ready: false }), podOf({ ending: true })] },
      /^No pod of it is ready.*logs first$/,
    ],
    [
      'all pods would end at once',
      { deployment: deploymentOf({ strategy: { type: 'Recreate' } }) },
      /Recreate ends all pods.*Set the strategy RollingUpdate$/,
    ],
    [
      'its only pod would end before the new one is there',
      {
        deployment: deploymentOf({
          wanted: 1,
          strategy: {
            type: 'RollingUpdate',
            maxSurge: '0',
            maxUnavailable: '1',
          },
        }),
      },
      /may end all of its 1 pod at once \(maxUnavailable 1, maxSurge 0\).*maxSurge 1, maxUnavailable 0/,
    ],
    [
      'it was restarted lately',
      { lastRestart: NOW - 2 * MINUTE },
      /^It was restarted 2 minutes ago, and is left alone for 5 minutes after that \(sphera.kubernetes.restart.coolDown\). Try again in 3 minutes$/,
    ],
    [
      'its disruption budget allows no pod to go',
      { budgets: [budget(1), budget(0)] },
      /^Its disruption budget quotes allows no pod to go: 3 healthy, 3 needed/,
    ],
  ])('is refused where %s', (_, question, sentence) => {
    expect(ask(question)).toMatch(sentence);
  });

  it('is safe again once it was left alone for long enough', () => {
    expect(ask({ lastRestart: NOW - 5 * MINUTE })).toBeUndefined();
  });
});
