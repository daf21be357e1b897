import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';
import { DriftContext, Running, UndatedDrift } from './drift/Running';
import { findDrift, nextDriftAt } from './drift/findDrift';
import type { Undated } from './place';
import { belongingsOf, toDeployment } from './toDeployment';

/** One deployment of a view: as it is in memory, and as answers have it. */
export interface ViewedDeployment {
  owned: OwnedDeployment;
  answer: Undated<Deployment>;
  /** How many there were of each when it was looked at. */
  pods: number;
  autoscalers: number;
}

/** What is worked out of a service's records once and then answers many questions. */
export interface ServiceView {
  /** Entity ref. */
  service: string;
  /** By cluster of the fleet, namespace, name. */
  deployments: ViewedDeployment[];
  drift: UndatedDrift[];
  /** When time alone may make it another one, milliseconds since 1970. */
  validUntil: number;
}

// Whether a pod that is not ready is in trouble depends on for how long.
const LOOK_AGAIN_MS = 10_000;

/** The view of a service from its deployments. */
export function viewService(
  service: string,
  deployments: OwnedDeployment[],
  context: DriftContext & { memory: FleetMemory },
): ServiceView {
  const { memory, now } = context;
  const running = deployments.map((owned): Running & { pods: number } => {
    const belongings = belongingsOf(owned, memory);
    return {
      deployment: owned.deployment,
      answer: toDeployment(owned, memory, now, belongings),
      revisions: belongings.revisions,
      autoscalers: memory.autoscalersOf(owned),
      pods: belongings.pods.length,
    };
  });
  const atRest = running.every(
    ({ answer: { health, rollout } }) =>
      health !== 'down' && health !== 'degraded' && rollout.state !== 'rolling',
  );
  return {
    service,
    deployments: running.map(({ answer, pods, autoscalers }, index) => ({
      owned: deployments[index],
      answer,
      pods,
      autoscalers: autoscalers.length,
    })),
    drift: findDrift(running, context),
    validUntil: Math.min(
      nextDriftAt(running, context),
      atRest ? Infinity : now + LOOK_AGAIN_MS,
    ),
  };
}
