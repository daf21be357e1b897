import type { ServerResponse } from 'node:http';
import { TestDatabases } from '@backstage/backend-test-utils';
import { KubernetesStandIn, startKubernetesStandIn } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { auditLog } from '../__testUtils__/auditLog';
import { openGate } from '../__testUtils__/openGate';
import {
  CLUSTERS,
  DANA,
  startKubernetes,
  TOKEN,
} from '../__testUtils__/startKubernetes';
import { patchInCluster } from '../__testUtils__/patchInCluster';
import { NAMESPACE, run } from '../__testUtils__/workloads';

jest.setTimeout(120_000);

const QUOTES = {
  cluster: 'production-eu',
  namespace: NAMESPACE,
  name: 'quotes',
};
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const running: Array<{ stop(): Promise<void> }> = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(portal => portal.stop()));
});

type Options = NonNullable<Parameters<typeof startKubernetes>[0]>;

async function start(
  config: object = {},
  workload: object = {},
  options: Options = {},
) {
  const audit = auditLog();
  const portal = await startKubernetes({
    config,
    speed: 20,
    fill: cluster => run(cluster, 'quotes', ['4.11.0', '4.12.0'], workload),
    features: [openGate, audit.feature],
    ...options,
  });
  running.push(portal);
  await portal.seen();
  const restart = (more: object = {}) =>
    portal.dana.post('restart-deployment', {
      ...QUOTES,
      reason: 'memory leak',
      ...more,
    });
  const look = async () =>
    (await portal.dana.get('get-deployment', QUOTES).expect(200)).body;
  await eventually(async () => expect((await look()).replicas.ready).toBe(3));
  return { ...portal, audit, restart, look };
}

/** Answers changes of deployments in `production-eu` in a way of its own, until it is called off. */
function answerPatches(
  standIn: KubernetesStandIn,
  answer: (
    response: ServerResponse,
    handle: () => Promise<void>,
  ) => Promise<void>,
) {
  const { api } = standIn.cluster('production-eu');
  const handle = api.handle.bind(api);
  const spy = jest.spyOn(api, 'handle').mockImplementation(async (...call) => {
    const [request, response] = call;
    if (request.method !== 'PATCH') return handle(...call);
    return answer(response, () => handle(...call));
  });
  return () => spy.mockRestore();
}

/** Pods that start so slowly that what is asked in the middle of a restart is. */
const SLOWLY = { speed: 6 };

describe('a restart', () => {
  it('replaces all pods, says how far it is, and puts its outcome on the record in the name of who asked', async () => {
    const { restart, look, audit } = await start();
    const before = await look();
    expect(before.restartable).toEqual({ allowed: true });

    const { body } = await restart().expect(200);
    expect(body).toMatchObject({
      ...QUOTES,
      startedBy: DANA,
      reason: 'memory leak',
      state: 'rolling',
      pods: { ready: 0, wanted: 3 },
    });
    await eventually(async () => {
      const { restart: now } = await look();
      expect(now).toMatchObject({ id: body.id, state: 'done' });
      expect(now.endedAt).toBeDefined();
    });

    const after = await look();
    expect(after.restart.sentence).toMatch(/^All 3 pods were replaced in \d+ /);
    expect(after.history).toHaveLength(before.history.length + 1);
    const names = (answer: typeof after) =>
      answer.pods.map(({ name }: { name: string }) => name);
    expect(
      names(after).filter((name: string) => names(before).includes(name)),
    ).toEqual([]);
    await eventually(() =>
      expect(audit.of('settle-restart')).toEqual([
        {
          operation: 'sphera-kubernetes:settle-restart',
          actor: DANA,
          door: 'schedule',
          outcome: 'succeeded',
          output: after.restart,
        },
      ]),
    );
  });

  it('is refused while one runs and for some time after it, with what to do', async () => {
    const { restart, look } = await start({}, {}, SLOWLY);
    await restart().expect(200);
    const { body: second } = await restart().expect(422);
    expect(second.error).toMatchObject({
      name: 'GuardrailError',
      message: `A restart by ${DANA} is in progress. Wait until it has ended`,
    });

    await eventually(async () =>
      expect((await look()).restart.state).toBe('done'),
    );
    await eventually(async () => {
      const { body: third } = await restart().expect(422);
      expect(third.error.message).toMatch(
        /^It was restarted .* ago, and is left alone for 5 minutes after that \(sphera.kubernetes.restart.coolDown\)/,
      );
    });
    expect((await look()).restartable).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('coolDown'),
    });
  });

  it('happens once where several press in the same moment', async () => {
    const coolDown = { seconds: 0 };
    const { restart } = await start({ restart: { coolDown } }, {}, SLOWLY);
    const answers = await Promise.all([restart(), restart(), restart()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  });

  it('is refused where it would take all pods down', async () => {
    const { restart } = await start({}, { strategy: { type: 'Recreate' } });
    const { body } = await restart().expect(422);
    expect(body.error.message).toMatch(/^Its strategy Recreate ends all pods/);
  });

  it('is refused where its disruption budget allows no pod to go', async () => {
    const { restart } = await start({}, { budget: { minAvailable: 3 } });
    const { body } = await restart().expect(422);
    expect(body.error.message).toMatch(
      /^Its disruption budget quotes allows no pod to go: 3 healthy, 3 needed/,
    );
  });

  it('is superseded by a deploy that begins before it is done', async () => {
    const { restart, look, standIn, audit } = await start({}, {}, SLOWLY);
    await restart().expect(200);
    await patchInCluster(standIn, 'production-eu', 'deployments', 'quotes', {
      spec: {
        template: {
          spec: {
            containers: [
              { name: 'quotes', image: 'registry.example/quotes:4.13.0' },
            ],
          },
        },
      },
    });
    await eventually(async () =>
      expect((await look()).restart).toMatchObject({
        state: 'superseded',
        endedAt: expect.any(String),
      }),
    );
    await eventually(() => expect(audit.of('settle-restart')).toHaveLength(1));
  });

  it('that the cluster refuses leaves no trace, so that it can be tried again', async () => {
    const { restart, look, standIn } = await start();
    const callOff = answerPatches(standIn, async response => {
      response.writeHead(403, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          kind: 'Status',
          status: 'Failure',
          code: 403,
          reason: 'Forbidden',
          message:
            'deployments.apps "quotes" is forbidden: User "portal" cannot patch resource "deployments" in API group "apps" in the namespace "selling"',
        }),
      );
    });
    const { body } = await restart().expect(403);
    expect(body.error.message).toMatch(/may not patch deployments/);
    expect(await look()).not.toHaveProperty('restart');
    callOff();
    await restart().expect(200);
  });

  it('whose answer was lost on the way is followed all the same', async () => {
    const { restart, look, standIn, audit } = await start();
    answerPatches(standIn, async (response, handle) => {
      response.write = () => true;
      response.end = () => response.destroy();
      await handle();
    });
    await restart().expect(503);
    await eventually(async () =>
      expect((await look()).restart).toMatchObject({
        state: 'done',
        endedAt: expect.any(String),
      }),
    );
    await eventually(() => expect(audit.of('settle-restart')).toHaveLength(1));
  });

  it('is seen to its end by another portal where its own one died', async () => {
    const database = await databases.init('SQLITE_3');
    const standIn = await startKubernetesStandIn({
      clusters: CLUSTERS.map(({ name }) => name),
      accounts: [{ token: TOKEN, user: 'portal' }],
      speed: 2,
      fill: cluster => run(cluster, 'quotes', ['4.12.0']),
    });
    running.push(standIn);
    const first = await start({}, {}, { database, standIn });
    await first.restart().expect(200);
    await running.pop()!.stop();
    const second = await start({}, {}, { database, standIn });
    await eventually(async () =>
      expect((await second.look()).restart).toMatchObject({
        state: 'done',
        endedAt: expect.any(String),
      }),
    );
    expect(first.audit.of('settle-restart')).toEqual([]);
    await eventually(() =>
      expect(second.audit.of('settle-restart')).toMatchObject([
        { actor: DANA, outcome: 'succeeded' },
      ]),
    );
  });

  it('of what does not exist is refused with what there is', async () => {
    const { restart } = await start();
    const { body: noDeployment } = await restart({ name: 'qotes' }).expect(404);
    expect(noDeployment.error.message).toMatch(
      /^There is no deployment qotes in the namespace selling of production-eu/,
    );
    const { body: noCluster } = await restart({ cluster: 'moon' }).expect(400);
    expect(noCluster.error.message).toContain('cluster must be one of');
  });
});
