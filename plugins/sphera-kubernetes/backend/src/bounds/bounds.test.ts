import { TestDatabases } from '@backstage/backend-test-utils';
import {
  type KubernetesStandIn,
  type StandInCluster,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { auditLog } from '../__testUtils__/auditLog';
import { openGate } from '../__testUtils__/openGate';
import { patchInCluster } from '../__testUtils__/patchInCluster';
import {
  CLUSTERS,
  DANA,
  startKubernetes,
  TOKEN,
} from '../__testUtils__/startKubernetes';
import { NAMESPACE, run } from '../__testUtils__/workloads';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const QUOTES = {
  cluster: 'production-eu',
  namespace: NAMESPACE,
  name: 'quotes',
};
const AUTOSCALER = {
  minReplicas: 2,
  maxReplicas: 6,
  metrics: [
    {
      type: 'Resource' as const,
      resource: {
        name: 'cpu',
        target: { type: 'Utilization' as const, averageUtilization: 70 },
      },
    },
  ],
};
type Options = Parameters<typeof startKubernetes>[0];

const running: Array<{ stop(): Promise<void> }> = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(portal => portal.stop()));
});

const fill = (cluster: StandInCluster) =>
  run(cluster, 'quotes', ['4.12.0'], { autoscaler: AUTOSCALER });

async function start(options: Options = {}) {
  const audit = auditLog();
  const portal = await startKubernetes({
    fill,
    features: [openGate, audit.feature],
    ...options,
  });
  running.push(portal);
  await portal.seen();
  const set = (minReplicas: number, maxReplicas: number, more: object = {}) =>
    portal.dana.post('set-autoscaler-bounds', {
      ...QUOTES,
      minReplicas,
      maxReplicas,
      reason: 'black friday',
      ...more,
    });
  const look = async () => {
    const { cluster } = QUOTES;
    const { body } = await portal.dana.get('list-autoscalers', { cluster });
    return body.items[0];
  };
  const inCluster = (minReplicas: number, maxReplicas: number) =>
    patchInCluster(
      portal.standIn,
      'production-eu',
      'horizontalpodautoscalers',
      'quotes',
      { spec: { minReplicas, maxReplicas } },
    );
  await eventually(async () => expect(await look()).toBeDefined());
  return { ...portal, audit, set, look, inCluster };
}

/** Does something in `production-eu` right before its API server hears of an autoscaler next. */
function beforeTheNextCall(
  standIn: KubernetesStandIn,
  act: () => Promise<void>,
) {
  const { api } = standIn.cluster('production-eu');
  const handle = api.handle.bind(api);
  const spy = jest.spyOn(api, 'handle').mockImplementation(async (...call) => {
    if (call[2].pathname.endsWith('/horizontalpodautoscalers/quotes')) {
      spy.mockRestore();
      await act();
    }
    await handle(...call);
  });
}

/** Lets the connection break over changes that the portal makes in `production-eu`; `act` is done before the first breaks. */
function loseAnswers(
  standIn: KubernetesStandIn,
  {
    most = Infinity,
    act = async () => {},
  }: { most?: number; act?(): Promise<void> } = {},
) {
  const { api } = standIn.cluster('production-eu');
  const handle = api.handle.bind(api);
  let lost = 0;
  const spy = jest.spyOn(api, 'handle').mockImplementation(async (...call) => {
    const [asked, answer] = call;
    const isOurs = asked.headers['user-agent'] === 'sphera';
    if (!isOurs || asked.method !== 'PATCH' || lost >= most) {
      await handle(...call);
      return;
    }
    lost += 1;
    if (lost === 1) await act();
    answer.destroy();
  });
  return { mend: () => spy.mockRestore() };
}

/** Waits until the time of bounds has been up for a moment. */
async function untilOver({ override }: { override: { expiresAt: string } }) {
  const over = Date.parse(override.expiresAt) + 500;
  await eventually(() => expect(Date.now()).toBeGreaterThan(over));
}

describe('bounds', () => {
  it('are set within the guardrails and say what they fall back to', async () => {
    const { set, look } = await start();
    const { body } = await set(3, 12, { expiresIn: 'PT6H' }).expect(200);
    expect(body).toMatchObject({
      ...QUOTES,
      minReplicas: 3,
      maxReplicas: 12,
      allowed: { minReplicas: { from: 1, to: 50 } },
      override: {
        setBy: DANA,
        reason: 'black friday',
        minReplicas: 3,
        maxReplicas: 12,
        fallBackTo: { minReplicas: 2, maxReplicas: 6 },
        expiresAt: expect.any(String),
      },
    });
    await eventually(async () =>
      expect(await look()).toMatchObject({ minReplicas: 3, maxReplicas: 12 }),
    );
  });

  it('are refused beyond a guardrail, naming it and what is allowed', async () => {
    const { set, look } = await start({
      config: {
        guardrails: [
          { floor: 1 },
          { team: 'booking', environment: 'production', ceiling: 8 },
        ],
      },
    });
    const { body } = await set(2, 9).expect(422);
    expect(body.error).toMatchObject({
      name: 'GuardrailError',
      message: expect.stringMatching(/^maxReplicas cannot be 9: .* 3 to 8$/),
      details: {
        limit: 'ceiling',
        setIn: 'sphera.kubernetes.guardrails[1].ceiling',
        field: 'maxReplicas',
        allowed: { from: 3, to: 8 },
        fields: [
          {
            field: 'maxReplicas',
            message:
              'cannot be 9: the most pods allowed here are 8. Allowed now: 3 to 8',
          },
        ],
      },
    });
    expect((await look()).allowed).toMatchObject({
      maxReplicas: { from: 3, to: 8 },
      limits: expect.arrayContaining([
        'At most 8 pods (sphera.kubernetes.guardrails[1].ceiling)',
      ]),
    });
  });

  it('that contradict each other are wrong', async () => {
    const { set } = await start();
    const { body } = await set(7, 6).expect(400);
    expect(body.error.details.fields).toEqual([
      {
        field: 'minReplicas',
        message: 'must not be above maxReplicas: 7 is more than 6',
      },
    ]);
  });

  it('are not set where somebody changed them in the same moment, and leave no trace then', async () => {
    const { set, look, inCluster, standIn } = await start();
    beforeTheNextCall(standIn, () => inCluster(3, 9));
    const { body } = await set(2, 12).expect(409);
    expect(body.error.message).toContain('are 3 to 9 by now');
    expect(await look()).not.toHaveProperty('override');
  });

  it('fall back by themselves, in the name of who set them', async () => {
    const { set, look, audit } = await start();
    await set(3, 12, { expiresIn: 'PT1S' }).expect(200);
    await eventually(async () => {
      const now = await look();
      expect(now).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
      expect(now).not.toHaveProperty('override');
    });
    await eventually(() =>
      expect(audit.of('restore-autoscaler-bounds')).toEqual([
        {
          operation: 'sphera-kubernetes:restore-autoscaler-bounds',
          actor: DANA,
          door: 'schedule',
          outcome: 'succeeded',
          output: {
            restored: true,
            sentence: 'Their time was up: they are 2–6 again, no longer 3–12',
          },
        },
      ]),
    );
  });

  it('that were set for a time fall back to what there was before the first of them', async () => {
    const { set, look } = await start();
    await set(3, 12, { expiresIn: 'PT1H' }).expect(200);
    await eventually(async () => expect((await look()).maxReplicas).toBe(12));
    const { body } = await set(4, 15, { expiresIn: 'PT1S' }).expect(200);
    expect(body.override.fallBackTo).toEqual({
      minReplicas: 2,
      maxReplicas: 6,
    });
    await eventually(async () =>
      expect(await look()).toMatchObject({ minReplicas: 2, maxReplicas: 6 }),
    );
  });

  it('that were set for good never fall back, also where those before them would have', async () => {
    const { set, look, audit } = await start();
    const { body } = await set(3, 12, { expiresIn: 'PT5S' }).expect(200);
    await eventually(async () => expect((await look()).maxReplicas).toBe(12));
    await set(4, 15).expect(200);
    await untilOver(body);
    expect(await look()).toMatchObject({ minReplicas: 4, maxReplicas: 15 });
    expect(audit.of('restore-autoscaler-bounds')).toEqual([]);
  });

  it('that somebody changed in the cluster are left alone when their time is up', async () => {
    const { set, look, inCluster, audit } = await start();
    await set(3, 12, { expiresIn: 'PT5S' }).expect(200);
    await inCluster(5, 20);
    await eventually(async () =>
      expect(audit.of('restore-autoscaler-bounds')).toMatchObject([
        {
          outcome: 'succeeded',
          output: {
            restored: false,
            sentence:
              'Their time was up, but somebody changed them in the cluster to 5–20 meanwhile: left alone, not set back to 2–6',
          },
        },
      ]),
    );
    await eventually(async () =>
      expect(await look()).toMatchObject({ minReplicas: 5, maxReplicas: 20 }),
    );
  });

  it('that were overwritten in the cluster are drift', async () => {
    const { set, inCluster, dana } = await start();
    await set(3, 12).expect(200);
    await inCluster(2, 6);
    await eventually(async () => {
      const { body } = await dana.get('list-drift', { kind: 'overwritten' });
      expect(body.items).toMatchObject([
        {
          service: 'component:default/quotes',
          cluster: 'production-eu',
          kind: 'overwritten',
          sentence: expect.stringContaining(
            `${DANA} set the bounds of quotes in production-eu to 3–12 (black friday)`,
          ),
        },
      ]);
    });
  });

  it('fall back once the portal is there again, where it was down when their time was up', async () => {
    const database = await databases.init('SQLITE_3');
    const first = await start({ database });
    await first.set(3, 12, { expiresIn: 'PT1H' }).expect(200);
    await database('autoscaler_bounds').update({ expires_at: Date.now() - 1 });

    const { standIn } = first;
    const audits = [auditLog(), auditLog()];
    const others = await Promise.all(
      audits.map(({ feature }) =>
        start({ database, standIn, features: [openGate, feature] }),
      ),
    );
    await eventually(async () =>
      expect(await others[0].look()).toMatchObject({
        minReplicas: 2,
        maxReplicas: 6,
      }),
    );
    const restored = () =>
      [first.audit, ...audits].flatMap(audit =>
        audit.of('restore-autoscaler-bounds'),
      );
    await eventually(() =>
      expect(restored()).toMatchObject([{ actor: DANA, outcome: 'succeeded' }]),
    );
  });

  it('fall back once their cluster answers again, where it did not when their time was up', async () => {
    const { set, look, standIn, audit, dana } = await start();
    const { body: bounds } = await set(3, 12, { expiresIn: 'PT6S' });
    standIn.fault('production-eu', 'down');
    await eventually(async () => {
      const { body } = await dana.get('list-clusters');
      expect(body.items[1]).toMatchObject({ state: 'lost' });
    });
    await untilOver(bounds);
    expect(audit.of('restore-autoscaler-bounds')).toEqual([]);

    standIn.fault('production-eu', 'none');
    await eventually(async () => {
      expect(await look()).toMatchObject({ minReplicas: 2, maxReplicas: 6 });
      expect(audit.of('restore-autoscaler-bounds')).toMatchObject([
        { outcome: 'succeeded', output: { restored: true } },
      ]);
    });
  });

  it('have their end seen to in time, too, where others were to replace them and were refused', async () => {
    const { set, look, inCluster, standIn, audit } = await start();
    const { body } = await set(3, 12, { expiresIn: 'PT5S' }).expect(200);
    beforeTheNextCall(standIn, async () => {
      await inCluster(3, 11);
      await eventually(async () => {
        expect(await look()).toMatchObject({ maxReplicas: 11 });
        expect(Date.now()).toBeGreaterThan(Date.parse(body.override.expiresAt));
      });
    });
    await set(3, 13).expect(409);
    await eventually(async () =>
      expect(audit.of('restore-autoscaler-bounds')).toMatchObject([
        { outcome: 'succeeded', output: { restored: false } },
      ]),
    );
  });

  it('whose answer was lost stand where they arrived, and fall back in time', async () => {
    const { set, look, inCluster, standIn, audit } = await start();
    const line = loseAnswers(standIn, { act: () => inCluster(3, 12) });
    await set(3, 12, { expiresIn: 'PT10S' }).expect(503);
    line.mend();
    await eventually(async () => {
      expect((await look()).override).toMatchObject({ maxReplicas: 12 });
      expect(audit.of('settle-autoscaler-bounds')).toMatchObject([
        { actor: DANA, door: 'schedule', output: { arrived: true } },
      ]);
    });
    await eventually(async () =>
      expect(await look()).toMatchObject({ minReplicas: 2, maxReplicas: 6 }),
    );
  });

  it('whose answer was lost are forgotten where they never arrived: nobody has overwritten them', async () => {
    const { set, look, standIn, dana, audit } = await start();
    await set(3, 9).expect(200);
    await eventually(async () => expect((await look()).maxReplicas).toBe(9));
    const line = loseAnswers(standIn);
    await set(3, 12, { expiresIn: 'PT1H' }).expect(503);
    line.mend();
    expect(await look()).not.toHaveProperty('override');
    await eventually(async () =>
      expect(audit.of('settle-autoscaler-bounds')).toMatchObject([
        { actor: DANA, outcome: 'succeeded', output: { arrived: false } },
      ]),
    );
    expect(await look()).toMatchObject({
      maxReplicas: 9,
      override: { maxReplicas: 9 },
    });
    const { body } = await dana.get('list-drift', { kind: 'overwritten' });
    expect(body.items).toEqual([]);
  });

  it('are set also where the first answer was lost and the call repeated', async () => {
    const { set, look, inCluster, standIn } = await start();
    loseAnswers(standIn, { most: 1, act: () => inCluster(3, 12) });
    await set(3, 12).expect(200);
    await eventually(async () =>
      expect(await look()).toMatchObject({
        maxReplicas: 12,
        override: { maxReplicas: 12 },
      }),
    );
  });

  it('are settled by whoever comes next where the portal died before the answer', async () => {
    const database = await databases.init('SQLITE_3');
    const standIn = await startKubernetesStandIn({
      clusters: CLUSTERS.map(({ name }) => name),
      accounts: [{ token: TOKEN, user: 'portal' }],
      fill,
    });
    running.push(standIn);
    const first = await start({ database, standIn });
    await first.set(3, 12).expect(200);
    await running.pop()!.stop();
    await database('autoscaler_bounds').update({ answer_by: Date.now() - 1 });
    const next = await start({ database, standIn });
    await eventually(async () =>
      expect(next.audit.of('settle-autoscaler-bounds')).toMatchObject([
        { actor: DANA, outcome: 'succeeded', output: { arrived: true } },
      ]),
    );
  });
});
