/**
 * Claim: "the deployments of one service" come at least twenty times sooner than from
 * the stock Kubernetes plugin, for the same entity and the same five clusters of 200
 * services each; and an answer of the same length takes no longer in a fleet of twelve clusters than in
 * a fleet of one.
 *
 * The same question goes to both in turns, over HTTP, with a pipeline's token, ten at
 * a time. The clusters are stand-ins in a process of their own on this machine, so the
 * stock plugin's way to them is as short as it can be.
 */
import kubernetesStock from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import locks from '../plugins/sphera-locks/backend/src';
import {
  kubernetesPlugin,
  stockClustersModule,
} from '../plugins/sphera-kubernetes/backend/src';
import { inTurns } from './measuring/inTurns';
import { load, Question } from './measuring/load';
import { Portal, startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { Clusters, startClusters } from './measuring/startClusters';
import { untilSeen } from './measuring/untilSeen';

const BAR = 1 / 20;
/** Time of an answer in a fleet of twelve over that in a fleet of one; they are equal up to what the machine does besides. */
const GROWTH_BAR = 1.1;
const SERVICES = 200;
const ASKED = 5;

async function portalFor(clusters: Clusters, count: number) {
  const portal = await startPortal({
    features: [
      kubernetesStock,
      stockClustersModule,
      kubernetesPlugin,
      locks,
      catalogServiceMock.factory({ entities: clusters.entities }),
    ],
    operations: ['sphera-kubernetes:*'],
    fleet: clusters.fleet(count),
    config: {
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [],
      },
    },
  });
  await untilSeen(portal, SERVICES);
  return portal;
}

const medianMs = async (portal: Portal, questions: Question[]) =>
  (await load(portal, questions)).medianMs;

/** Milliseconds of the backend's time that each answer takes. */
const timeOfAnswer = async (portal: Portal, questions: Question[]) =>
  1_000 / (await load(portal, questions)).perSecond;

report(async () => {
  const clusters = await startClusters({
    clusters: 12,
    services: SERVICES,
    podsPerDeployment: 3,
  });
  const asked = clusters.entities.slice(0, ASKED);
  const own = asked.map(
    ({ metadata }) =>
      `/api/sphera-kubernetes/v1/list-deployments?service=${metadata.name}`,
  );
  const inOneCluster = own.map(path => `${path}&cluster=${clusters.names[0]}`);
  const stock = asked.map(entity => ({
    method: 'POST' as const,
    path: `/api/kubernetes/services/${entity.metadata.name}`,
    body: { entity },
  }));
  const five = await portalFor(clusters, 5);
  const beside = await inTurns(
    () => medianMs(five, own),
    () => medianMs(five, stock),
  );
  await five.stop();

  const one = await portalFor(clusters, 1);
  const twelve = await portalFor(clusters, 12);
  const growth = await inTurns(
    () => timeOfAnswer(twelve, inOneCluster),
    () => timeOfAnswer(one, inOneCluster),
  );
  const wholeMs = await timeOfAnswer(twelve, own);
  await one.stop();
  await twelve.stop();
  clusters.stop();
  return {
    bench: 'deployments',
    ownMedianMs: beside.own,
    stockMedianMs: beside.peer,
    inOneClusterOfOneMs: Number(growth.peer.toFixed(2)),
    inOneClusterOfTwelveMs: Number(growth.own.toFixed(2)),
    inAllTwelveMs: Number(wholeMs.toFixed(2)),
    growth: Number(growth.ratio.toFixed(2)),
    ratio: beside.ratio,
    bar: BAR,
    holds: beside.ratio <= BAR && growth.ratio <= GROWTH_BAR,
  };
});
