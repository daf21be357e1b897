import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  applyWorkload,
  Fault,
  KubernetesStandIn,
  startKubernetesStandIn,
} from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { LossyLine } from '../adapters/kubernetes/__testUtils__/LossyLine';
import { OpenFleet, openFleet } from './openFleet';

const TOKEN = 'token-of-the-test';
const QUOTES = 'component:default/quotes';
const labels = { 'backstage.io/kubernetes-id': 'quotes' };
const template = {
  metadata: { labels },
  spec: {
    containers: [{ name: 'api', image: 'registry.example/quotes:1.0.0' }],
  },
};

jest.setTimeout(180_000);

describe('the watched fleet', () => {
  let standIn: KubernetesStandIn;
  let line: LossyLine;
  let fleet: OpenFleet;
  let log: string[];

  const sight = (cluster: string) =>
    fleet.memory.clusters().find(one => one.cluster.name === cluster)!;
  const wanted = (cluster: string) =>
    fleet.memory.deployment(cluster, 'booking', 'quotes')?.deployment.wanted;
  /** `far` is behind a line that can break. */
  const addressOf = (cluster: string) => {
    if (cluster === 'closed') return 'https://closed.example.com';
    const url = new URL(standIn.urlOf(cluster));
    if (cluster === 'far') url.port = String(line.port);
    return url.href;
  };
  /** Asks a cluster past the portal, and past the lossy line. */
  const ask = async (cluster: string, method = 'GET') => {
    const response = await fetch(
      `${standIn.urlOf(
        cluster,
      )}/apis/apps/v1/namespaces/booking/deployments/quotes`,
      { method, headers: { authorization: `Bearer ${TOKEN}` } },
    );
    // Not response.json(): its objects come from outside of Jest's realm, and equal none of the stand-in's.
    return JSON.parse(await response.text());
  };

  beforeAll(async () => {
    standIn = await startKubernetesStandIn({
      clusters: ['eu', 'us', 'far'],
      accounts: [{ token: TOKEN, user: 'portal' }],
      speed: 20,
      fill: cluster =>
        applyWorkload(cluster, {
          namespace: 'booking',
          name: 'quotes',
          labels,
          replicas: 2,
          revisions: [{ at: cluster.clock.now(), template }],
        }),
    });
    const url = new URL(standIn.url);
    line = await LossyLine.to({ host: url.hostname, port: Number(url.port) });
  });
  afterAll(async () => {
    await line?.close();
    await standIn?.stop();
  });

  beforeEach(async () => {
    log = [];
    const clusters = ['eu', 'us', 'far', 'closed'].map(name => ({
      name,
      environment: 'production',
      region: name,
    }));
    const note = (message: string) => log.push(message);
    fleet = openFleet({
      config: new ConfigReader({
        sphera: {
          fleet: {
            clusters: clusters.map(({ name }) => ({
              name,
              url: addressOf(name),
              ...(name !== 'closed' && {
                access: { type: 'token', token: TOKEN },
              }),
            })),
          },
        },
      }),
      fleet: { clusters },
      directory: {
        list: async () => [
          {
            ref: QUOTES,
            name: 'quotes',
            title: 'Quotes',
            owners: [],
            type: 'microservice',
            environments: [],
            annotations: labels,
          },
        ],
      },
      logger: mockServices.logger.mock({ warn: note, error: note }),
      lifecycle: { addShutdownHook() {} },
    });
    await eventually(() => {
      const waiting = ['eu', 'us', 'far'].find(
        cluster => sight(cluster).state !== 'live',
      );
      if (waiting) throw new Error(`${waiting} is not seen`);
    });
  });
  afterEach(() => {
    fleet.stop();
    for (const cluster of ['eu', 'us', 'far']) standIn.fault(cluster, 'none');
    if (log.length > 0) throw new Error(`It warned: ${log.join('; ')}`);
  });

  it('has what runs of a service, in the order of the fleet', async () => {
    const seen = () =>
      fleet.memory
        .deployments(QUOTES)
        .map(({ sight: { cluster, observedAt }, deployment }) => [
          cluster.name,
          deployment.ready,
          Date.now() - observedAt! < 10_000,
        ]);
    await eventually(() =>
      expect(seen()).toEqual([
        ['eu', 2, true],
        ['us', 2, true],
        ['far', 2, true],
      ]),
    );
    const [owned] = fleet.memory.deployments(QUOTES);
    expect(fleet.memory.podsOf(owned)).toHaveLength(2);
  });

  it('says which cluster it has no access to, and what to do', () => {
    expect(sight('closed')).toMatchObject({
      state: 'connecting',
      problem:
        'The portal has no access to it: sphera.fleet.clusters has no "access" for closed',
    });
    expect(() => fleet.clients('closed')).toThrow('no access to it');
  });

  it.each<[Fault, string | RegExp]>([
    ['down', /^It cannot be reached \(ECONNRESET\)/],
    ['slow', 'It did not answer within 3 seconds'],
    ['silent', 'It did not answer within 3 seconds'],
    ['rubbish', /^Something other than Kubernetes answers at its address \(/],
    ['unauthorized', /does not accept the portal's credentials \(401\)/],
  ])(
    'is not harmed by a cluster that is %s, and sees it again without a restart',
    async (fault, problem) => {
      const objects = await Promise.all(['eu', 'us'].map(name => ask(name)));
      standIn.fault('eu', fault);
      await eventually(() => {
        expect(sight('eu')).toMatchObject({
          state: 'lost',
          problem: expect.stringMatching(problem),
        });
      });
      expect(fleet.memory.deployments(QUOTES)).toHaveLength(3);
      expect(sight('us').state).toBe('live');

      const replicas = wanted('us')! + 1;
      objects.forEach((object, index) =>
        standIn.cluster(['eu', 'us'][index]).apply({
          ...object,
          spec: { ...object.spec, replicas },
        }),
      );
      await eventually(() => expect(wanted('us')).toBe(replicas));
      expect(wanted('eu')).not.toBe(replicas);
      const { observedAt } = sight('eu');

      standIn.fault('eu', 'none');
      await eventually(() => {
        expect(sight('eu').state).toBe('live');
        expect(wanted('eu')).toBe(replicas);
        expect(sight('eu').observedAt).toBeGreaterThan(observedAt!);
      });
    },
  );

  it('reads anew what a cluster has where the place to go on from is gone', async () => {
    const { deployment } = fleet.memory.deployment('far', 'booking', 'quotes')!;
    line.cut();
    await eventually(() => expect(sight('far').state).toBe('lost'));
    await ask('far', 'DELETE');
    standIn.cluster('far').compact();
    line.mend();
    await eventually(() => expect(sight('far').state).toBe('live'));
    await eventually(() =>
      expect(
        fleet.memory.deployment('far', 'booking', deployment.name),
      ).toBeUndefined(),
    );
    expect(fleet.memory.deployments(QUOTES)).toHaveLength(2);
  });
});
