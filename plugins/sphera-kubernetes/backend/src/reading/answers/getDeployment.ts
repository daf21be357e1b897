import type {
  Deployment,
  DeploymentDetails,
} from '@sphera/plugin-kubernetes-common';
import type { OwnedDeployment } from '../../fleet/FleetMemory';
import { Dates } from '../Dates';
import type { UndatedDrift } from '../drift/Running';
import { toMoment } from '../place';
import { toPod } from '../pods/toPod';
import type { ReadingParts } from '../ReadingParts';
import { revisionVersion } from '../revisions';
import { toDeployment } from '../toDeployment';
import { driftLookup } from './driftAskedFor';
import { answerAutoscaler } from './listAutoscalers';

/** Everything about one deployment. */
export async function getDeployment(
  parts: ReadingParts,
  owned: OwnedDeployment,
): Promise<DeploymentDetails> {
  const { memory, deeds, views } = parts;
  const { deployment } = owned;
  const now = parts.now();
  const dates = new Dates(memory);
  const answer = dates.date(toDeployment(owned, memory, now));
  const [driftOf, restart, why, autoscalers] = await Promise.all([
    driftLookup(parts),
    deeds.latestRestart(owned),
    deeds.whyNotRestartable(owned),
    Promise.all(
      memory
        .autoscalersOf(owned)
        .map(autoscaler => answerAutoscaler(parts, owned, autoscaler)),
    ),
  ]);
  const events = memory.eventsOf(owned);
  return {
    ...answer,
    createdAt: toMoment(deployment.createdAt),
    strategy: deployment.strategy,
    conditions: deployment.conditions.map(({ since, ...condition }) => ({
      ...condition,
      since: since === undefined ? undefined : toMoment(since),
    })),
    containers: deployment.containers.map(
      ({ name, image, requests, limits }) => ({
        name,
        image,
        requests,
        limits,
      }),
    ),
    history: historyOf(parts, owned),
    disruptionBudgets: memory
      .budgetsOf(owned)
      .map(({ name, disruptionsAllowed, currentHealthy, desiredHealthy }) => ({
        name,
        disruptionsAllowed,
        currentHealthy,
        desiredHealthy,
      })),
    pods: memory
      .podsOf(owned)
      .map(pod => dates.date(toPod(owned, pod, { events, now }))),
    autoscalers,
    drift: driftOf(views.of(owned.service))
      .filter(drift => concerns(drift, answer))
      .map(drift => dates.dateDrift(drift)),
    restart,
    restartable: { allowed: why === undefined, reason: why },
  };
}

function historyOf(
  { memory }: ReadingParts,
  owned: OwnedDeployment,
): DeploymentDetails['history'] {
  return memory.replicaSetsOf(owned).map((revision, index) => ({
    revision: revision.revision,
    version: revisionVersion(owned.deployment, revision),
    images: revision.images.map(({ image }) => image),
    createdAt: toMoment(revision.createdAt),
    replicas: revision.wanted,
    ready: revision.ready,
    current: index === 0,
  }));
}

function concerns(drift: UndatedDrift, deployment: Deployment): boolean {
  return (
    drift.environment === deployment.environment &&
    drift.name === deployment.name &&
    drift.clusters.some(({ cluster }) => cluster === deployment.cluster)
  );
}
