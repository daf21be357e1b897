import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { ClusterSight } from '../fleet/FleetMemory';
import type {
  DeploymentRecord,
  DisruptionBudgetRecord,
  PodRecord,
} from '../fleet/records';
import { counted, duration } from '@sphera/plugin-operations-node';
import { podsKeptUp } from './rollingUpdate';

/** What it depends on whether a deployment may be restarted. */
export interface RestartQuestion {
  sight: ClusterSight;
  deployment: DeploymentRecord;
  rollout: Deployment['rollout'];
  pods: readonly PodRecord[];
  budgets: readonly DisruptionBudgetRecord[];
  /** A restart through the portal that has not ended, whether or not the watch has seen it. */
  running?: { startedBy: string };
  /** When it was last restarted by anyone, milliseconds since 1970. */
  lastRestart?: number;
  /** How long it is left alone after that, milliseconds. */
  coolDown: number;
  /** Milliseconds since 1970. */
  now: number;
}

type Check = (question: RestartQuestion) => string | undefined;

const CHECKS: Check[] = [
  ({ sight: { cluster, state, observedAt }, now }) => {
    if (state === 'live') return undefined;
    const since =
      observedAt === undefined
        ? 'has not been seen yet'
        : `has not answered for ${duration(now - observedAt)}`;
    return `The cluster ${cluster.name} ${since}, so nobody can tell whether a restart is safe. Try again once it answers`;
  },
  ({ running }) =>
    running &&
    `A restart by ${running.startedBy} is in progress. Wait until it has ended`,
  ({ deployment: { paused } }) =>
    paused
      ? 'Its rollout is paused, so new pods would not come. Resume it (kubectl rollout resume), then restart'
      : undefined,
  ({ rollout }) => {
    if (rollout.state === 'off') {
      return 'No pods are wanted, so there is nothing to restart. Scale it up instead';
    }
    if (rollout.state === 'rolling') {
      return `A rollout is in progress: ${rollout.sentence}. Wait until it is done`;
    }
    if (rollout.state === 'stuck') {
      return `${rollout.sentence}. New pods of the same kind would not start either: deploy a version that starts, or roll back`;
    }
    return undefined;
  },
  ({ pods }) =>
    pods.some(({ ready, ending }) => ready && !ending)
      ? undefined
      : 'No pod of it is ready, and a restart would hardly help. Look at what is wrong with its pods and at their logs first',
  ({ deployment }) => {
    if (podsKeptUp(deployment) > 0) return undefined;
    const { strategy, wanted } = deployment;
    return strategy.type === 'Recreate'
      ? 'Its strategy Recreate ends all pods before new ones start: the service would be down. Set the strategy RollingUpdate'
      : `Its rolling update may end all of its ${counted(
          wanted,
          'pod',
        )} at once (maxUnavailable ${
          strategy.maxUnavailable ?? '25%'
        }, maxSurge ${
          strategy.maxSurge ?? '25%'
        }): the service would be down. Allow one more pod (maxSurge 1, maxUnavailable 0)`;
  },
  ({ lastRestart, coolDown, now }) => {
    if (lastRestart === undefined) return undefined;
    const left = lastRestart + coolDown - now;
    return left > 0
      ? `It was restarted ${duration(
          Math.max(now - lastRestart, 0),
        )} ago, and is left alone for ${duration(
          coolDown,
        )} after that (sphera.kubernetes.restart.coolDown). Try again in ${duration(
          left,
        )}`
      : undefined;
  },
  ({ budgets }) => {
    const spent = budgets.find(
      ({ disruptionsAllowed }) => disruptionsAllowed < 1,
    );
    return (
      spent &&
      `Its disruption budget ${spent.name} allows no pod to go: ${spent.currentHealthy} healthy, ${spent.desiredHealthy} needed. Wait for more healthy pods, run one pod more, or loosen the budget`
    );
  },
];

/** Why a deployment cannot be restarted now, and what to do; nothing where it can. */
export function whyNotRestartable(
  question: RestartQuestion,
): string | undefined {
  for (const check of CHECKS) {
    const reason = check(question);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
