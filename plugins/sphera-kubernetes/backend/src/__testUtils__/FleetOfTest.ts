import type { Fleet } from '@sphera/plugin-fleet-common';
import type {
  AutoscalerRecord,
  DeploymentRecord,
  PodRecord,
  ReplicaSetRecord,
} from '../fleet/records';
import { NamedService, WatchedFleet } from '../fleet/WatchedFleet';
import { ClockOfTest } from './ClockOfTest';
import { containerOf, deploymentOf, podOf, replicaSetOf } from './records';

const place = (name: string, title: string) => ({ name, title });

/** Two environments with two and three clusters. */
export const FLEET: Fleet = {
  environments: [
    place('staging', 'Staging'),
    place('production', 'Production'),
  ],
  regions: [place('eu', 'Frankfurt'), place('us', 'Virginia')],
  clusters: [
    { name: 'staging-eu', environment: 'staging', region: 'eu' },
    { name: 'staging-us', environment: 'staging', region: 'us' },
    { name: 'production-eu', environment: 'production', region: 'eu' },
    { name: 'production-us', environment: 'production', region: 'us' },
    { name: 'production-ap', environment: 'production', region: 'us' },
  ],
};

/** The service whose deployments tests look at, unless they say otherwise. */
export const QUOTES: NamedService = {
  ref: 'component:default/quotes',
  name: 'quotes',
  annotations: { 'backstage.io/kubernetes-id': 'quotes' },
};

/** The real memory, filled by hand. */
export class FleetOfTest {
  readonly clock: ClockOfTest;
  readonly memory: WatchedFleet;

  constructor(services: NamedService[] = [QUOTES], clock = new ClockOfTest()) {
    this.clock = clock;
    this.memory = new WatchedFleet(FLEET.clusters, {
      clock,
      failed: error => {
        throw error;
      },
    });
    this.memory.setServices(services);
    for (const { name } of FLEET.clusters) {
      this.memory.feed(name).seen({ state: 'live', observedAt: clock.now() });
    }
  }

  /** A deployment of a version in a cluster, with its revision and pods, all well unless said otherwise. */
  deploy(
    cluster: string,
    version: string,
    more: Partial<DeploymentRecord> & {
      since?: number;
      pods?: Partial<PodRecord>[];
      autoscaler?: AutoscalerRecord;
      /** Of before, the newest first. */
      history?: Partial<ReplicaSetRecord>[];
    } = {},
  ): DeploymentRecord {
    const { since, pods, autoscaler, history = [], ...own } = more;
    const image = `registry.example/quotes:${version}`;
    const deployment = deploymentOf({
      containers: [containerOf({ image })],
      ...own,
    });
    const feed = this.memory.feed(cluster);
    feed.put('deployments', deployment);
    const newest = replicaSetOf(deployment, {
      revision: history.length + 1,
      ...(since !== undefined && { createdAt: since }),
    });
    feed.put('replicaSets', newest);
    history.forEach((revision, index) =>
      feed.put(
        'replicaSets',
        replicaSetOf(deployment, {
          revision: history.length - index,
          wanted: 0,
          ready: 0,
          ...revision,
        }),
      ),
    );
    const wanted = pods ?? Array(deployment.wanted).fill({});
    for (const pod of wanted) {
      feed.put('pods', podOf({ owner: newest.uid, ...pod }));
    }
    if (autoscaler) feed.put('autoscalers', autoscaler);
    return deployment;
  }
}
