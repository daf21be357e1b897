import {
  type FactSource,
  lifecycleFactsExtensionPoint,
  type Seen,
  type SeenFact,
} from '@sphera/plugin-lifecycle-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import { serviceOf, startKubernetes } from '../__testUtils__/startKubernetes';
import { run } from '../__testUtils__/workloads';
import { kubernetesLifecycleFactsModule } from '../lifecycleFactsModule';

jest.setTimeout(120_000);

const NAMES = ['quotes', 'ledger', 'fares', 'idle', 'labels'];
const autoscaler = { minReplicas: 2, maxReplicas: 6, metrics: [] };
const budget = { minAvailable: 2 };

const entry = (name: string): ServiceEntry => ({
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: [],
  type: 'microservice',
  environments: [],
  annotations: {},
});

describe('life cycles are told of a service in clusters', () => {
  const sources = new Map<string, FactSource>();
  let portal: Awaited<ReturnType<typeof startKubernetes>>;
  const { signal } = new AbortController();

  beforeAll(async () => {
    portal = await startKubernetes({
      features: [kubernetesLifecycleFactsModule, oneBusForAllPlugins()],
      services: NAMES.map(name => serviceOf(name)),
      extensionPoints: [
        [
          lifecycleFactsExtensionPoint,
          {
            addSource: (source: FactSource) =>
              void sources.set(source.id, source),
          },
        ],
      ],
      fill(cluster) {
        const is = (...names: string[]) => names.includes(cluster.name);
        run(cluster, 'quotes', is('production-us') ? ['4.11.0'] : ['4.12.1'], {
          autoscaler,
          ...(!is('production-us') && { budget }),
        });
        if (is('staging-eu')) {
          run(cluster, 'ledger', ['1.0.0', '1.1.0-missing'], { isStuck: true });
        }
        if (is('staging-eu', 'production-us')) run(cluster, 'fares', ['2.0.0']);
        if (is('staging-eu')) run(cluster, 'idle', ['3.0.0'], { replicas: 0 });
      },
    });
  });
  afterAll(() => portal.stop());

  async function seenOf(source: string, name: string): Promise<Seen> {
    const seen = await sources.get(source)!.look([entry(name)], signal);
    return seen.get(`component:default/${name}`)!;
  }

  /** All facts of a service, of those sources that know. */
  async function factsOf(name: string): Promise<Record<string, SeenFact>> {
    const seen = await Promise.all(
      [...sources.keys()].map(source => seenOf(source, name)),
    );
    return Object.assign(
      {},
      ...seen.map(one => ('facts' in one ? one.facts : {})),
    );
  }

  it('as soon as they are seen: a look at the start waits for them', async () => {
    expect(await factsOf('quotes')).toMatchObject({
      'deployed-in:staging': { holds: true },
      'runs-nowhere': { holds: false },
    });
  });

  it('by facts of each environment', () => {
    const ids = [...sources.values()].flatMap(({ facts }) =>
      facts.map(({ id, title }) => [id, title]),
    );
    expect(ids).toEqual([
      ['deployed-in:staging', 'Deployed in staging'],
      ['healthy-in:staging', 'Healthy in staging'],
      ['autoscaler-in:staging', 'Autoscaler in staging'],
      ['disruption-budget-in:staging', 'Disruption budget in staging'],
      ['deployed-in:production', 'Deployed in production'],
      ['healthy-in:production', 'Healthy in production'],
      ['autoscaler-in:production', 'Autoscaler in production'],
      ['disruption-budget-in:production', 'Disruption budget in production'],
      ['runs-nowhere', 'Runs nowhere'],
    ]);
  });

  it('where it runs, in which version, with what safeguards, and where one sees it', async () => {
    const link = {
      title: 'Deployments',
      url: '/catalog/default/component/quotes/deployments',
    };
    const versions = '4.12.1 in production-eu, 4.11.0 in production-us';
    expect(await factsOf('quotes')).toEqual({
      'deployed-in:staging': {
        holds: true,
        sentence: '4.12.1 in staging-eu',
        link,
      },
      'healthy-in:staging': {
        holds: true,
        sentence: '4.12.1 in staging-eu',
        link,
      },
      'autoscaler-in:staging': {
        holds: true,
        sentence: '2 to 6 pods in staging-eu',
        link,
      },
      'disruption-budget-in:staging': {
        holds: true,
        sentence: 'Budget quotes in staging-eu',
        link,
      },
      'deployed-in:production': { holds: true, sentence: versions, link },
      'healthy-in:production': { holds: true, sentence: versions, link },
      'autoscaler-in:production': {
        holds: true,
        sentence: '2 to 6 pods in production-eu and production-us',
        link,
      },
      'disruption-budget-in:production': {
        holds: false,
        sentence:
          'No disruption budget selects its pods in production-us: emptying a node may take all of them at once',
        link,
      },
      'runs-nowhere': {
        holds: false,
        sentence: 'Still there in staging-eu, production-eu and production-us',
        link,
      },
    });
  });

  it('that a rollout is stuck, and why', async () => {
    expect(await factsOf('ledger')).toMatchObject({
      'deployed-in:staging': { holds: true },
      'healthy-in:staging': {
        holds: false,
        sentence: expect.stringMatching(/^staging-eu: .*1\.1\.0-missing/),
      },
      'autoscaler-in:staging': {
        holds: false,
        sentence:
          'No autoscaler in staging-eu: the number of pods does not follow the load',
      },
      'deployed-in:production': {
        holds: false,
        sentence: 'Runs in no cluster of production',
      },
    });
  });

  it('that it lacks in a region where it runs before', async () => {
    const sentence =
      'Runs in production-us, not in production-eu, though it does in that region elsewhere';
    expect(await factsOf('fares')).toMatchObject({
      'healthy-in:staging': { holds: true },
      'deployed-in:production': { holds: false, sentence },
      'healthy-in:production': { holds: false, sentence },
    });
  });

  it('that it is switched off, or runs nowhere at all', async () => {
    expect(await factsOf('idle')).toMatchObject({
      'deployed-in:staging': {
        holds: false,
        sentence: 'Switched off in staging-eu: no pods are wanted',
      },
      'runs-nowhere': { holds: false, sentence: 'Still there in staging-eu' },
    });
    expect(await factsOf('labels')).toMatchObject({
      'deployed-in:staging': {
        holds: false,
        sentence: 'Runs in no cluster of staging',
      },
      'runs-nowhere': { holds: true, sentence: 'In none of 3 clusters' },
    });
  });

  it('the same where many services are looked at together', async () => {
    const others = Array.from({ length: 20 }, (_, n) => entry(`other-${n}`));
    for (const source of sources.values()) {
      const services = [...NAMES.map(entry), ...others];
      const together = await source.look(services, signal);
      expect(together.size).toBe(services.length);
      for (const name of NAMES) {
        expect(together.get(entry(name).ref)).toEqual(
          await seenOf(source.id, name),
        );
      }
    }
  });

  it('when something changed there, and in which environment', async () => {
    const told: Record<string, Array<readonly string[] | undefined>> = {};
    for (const [id, source] of sources) {
      told[id] = [];
      source.onChange!(services => told[id].push(services));
    }
    run(portal.standIn.cluster('production-eu'), 'ledger', ['1.0.0']);
    await eventually(() => {
      expect(told['kubernetes-production'].flat()).toContain(
        'component:default/ledger',
      );
      expect(told.kubernetes.flat()).toContain('component:default/ledger');
    });
    expect(told['kubernetes-staging']).toEqual([]);
  });

  it('and that one cannot know while a cluster does not answer, for its environment alone', async () => {
    portal.standIn.fault('production-us', 'down');
    try {
      await eventually(async () => {
        expect(await seenOf('kubernetes-production', 'quotes')).toEqual({
          failed: expect.stringMatching(
            /^What runs in production-us is not known now: ./,
          ),
        });
      });
      expect(await seenOf('kubernetes', 'labels')).toHaveProperty('failed');
      expect(await factsOf('quotes')).toMatchObject({
        'healthy-in:staging': { holds: true },
        'runs-nowhere': { holds: false },
      });
    } finally {
      portal.standIn.fault('production-us', 'none');
    }
  });
});
