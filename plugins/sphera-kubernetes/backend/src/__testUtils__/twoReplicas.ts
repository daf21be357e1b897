import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { KubernetesStandIn } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { Knex } from 'knex';
import { auditLog } from './auditLog';
import { MeetingPoint } from './MeetingPoint';
import { gateThatOpens } from './openGate';
import { startKubernetes } from './startKubernetes';
import { NAMESPACE, run } from './workloads';

const CLUSTERS = [
  { name: 'production-eu', environment: 'production', region: 'eu' },
];
const QUOTES = {
  cluster: 'production-eu',
  namespace: NAMESPACE,
  name: 'quotes',
};
const metrics = [
  {
    type: 'Resource' as const,
    resource: {
      name: 'cpu',
      target: { type: 'Utilization' as const, averageUtilization: 70 },
    },
  },
];
const ROUNDS = 4;
/** Two portals in one process are slow where the machine has others to serve. */
const PATIENCE = 60_000;

/** Two replicas of the portal that act on the same cluster, each with its client of one database. */
export async function startTwoReplicas([one, other]: [Knex, Knex]) {
  let meeting = new MeetingPoint(1);
  const gate = gateThatOpens(() => meeting.arrive());
  const first = await startOne(one, gate);
  const second = await startOne(other, gate, first.standIn);
  const replicas = [first, second];
  return {
    replicas,
    /** From now on so many calls that change something wait for each other at the gate. */
    letMeet(calls: number) {
      meeting = new MeetingPoint(calls);
    },
    /** What both have on the record of an operation. */
    audited: (operation: string) =>
      replicas.flatMap(({ audit }) => audit.of(operation)),
    async stop() {
      // The first one owns the cluster.
      await second.stop();
      await first.stop();
    },
  };
}

type TwoReplicas = Awaited<ReturnType<typeof startTwoReplicas>>;

async function startOne(
  database: Knex,
  gate: BackendFeature,
  standIn?: KubernetesStandIn,
) {
  const audit = auditLog();
  const portal = await startKubernetes({
    clusters: CLUSTERS,
    config: { restart: { coolDown: { seconds: 0 } } },
    speed: 20,
    fill: cluster =>
      run(cluster, 'quotes', ['4.12.0'], {
        autoscaler: { minReplicas: 2, maxReplicas: 6, metrics },
      }),
    features: [gate, audit.feature],
    database,
    standIn,
  });
  await portal.seen();
  return { ...portal, audit };
}

/** Asks both at once to restart a deployment, again and again; the ids of what began, and what is on the record. */
export async function restartOnBoth({
  replicas,
  audited,
  letMeet,
}: TwoReplicas) {
  letMeet(2 * replicas.length);
  const started: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.all(
      [...replicas, ...replicas].map(({ dana }) =>
        dana.post('restart-deployment', { ...QUOTES, reason: 'both' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 422, 422, 422,
    ]);
    const { id } = answers.find(({ status }) => status === 200)!.body;
    started.push(id);
    for (const { dana } of replicas) {
      await eventually(async () => {
        const { body } = await dana.get('get-deployment', QUOTES);
        expect(body.restart).toMatchObject({
          id,
          state: 'done',
          endedAt: expect.any(String),
        });
        expect(body.restartable).toEqual({ allowed: true });
      }, PATIENCE);
    }
    // The stamp of a restart has whole seconds.
    await new Promise(resolve => setTimeout(resolve, 1_000));
  }
  return { started, noted: audited('settle-restart') };
}

/** Asks both at once for bounds that hold for two seconds, again and again; what is on the record of their end. */
export async function setBoundsOnBoth({
  replicas,
  audited,
  letMeet,
}: TwoReplicas) {
  letMeet(replicas.length);
  for (let round = 1; round <= ROUNDS; round++) {
    const answers = await Promise.all(
      replicas.map(({ dana }, index) =>
        dana.post('set-autoscaler-bounds', {
          ...QUOTES,
          minReplicas: 2,
          maxReplicas: 10 + index,
          reason: 'both',
          expiresIn: 'PT2S',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const { dana } of replicas) {
      await eventually(async () => {
        const { body } = await dana.get('list-autoscalers');
        expect(body.items[0]).toMatchObject({ maxReplicas: 6 });
        expect(body.items[0]).not.toHaveProperty('override');
      }, PATIENCE);
    }
    const isNoted = async () =>
      expect(audited('restore-autoscaler-bounds')).toHaveLength(round);
    await eventually(isNoted, PATIENCE);
    // A second one would come in this time.
    await new Promise(resolve => setTimeout(resolve, 500));
    await isNoted();
  }
  return { rounds: ROUNDS, noted: audited('restore-autoscaler-bounds') };
}
