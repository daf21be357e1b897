import type {
  DriftFacts,
  VersionsFacts,
} from '@sphera/plugin-kubernetes-common';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import {
  ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import { startKubernetes } from './__testUtils__/startKubernetes';
import { run } from './__testUtils__/workloads';
import { kubernetesFactsModule } from './factsModule';

const QUOTES = 'component:default/quotes';
const LEDGER = 'component:default/ledger';

describe('the hub', () => {
  const facts = new Map<string, ServiceFacts<any>>();
  let portal: Awaited<ReturnType<typeof startKubernetes>>;
  beforeAll(async () => {
    portal = await startKubernetes({
      features: [kubernetesFactsModule, oneBusForAllPlugins()],
      extensionPoints: [
        [
          serviceFactsExtensionPoint,
          {
            addFacts: (one: ServiceFacts<any>) => void facts.set(one.id, one),
          },
        ],
      ],
      fill(cluster) {
        const isLate = cluster.name === 'production-us';
        run(cluster, 'quotes', isLate ? ['4.11.0'] : ['4.11.0', '4.12.1']);
        if (cluster.name === 'staging-eu') {
          run(cluster, 'ledger', ['1.0.0', '1.1.0-missing'], { isStuck: true });
        }
      },
    });
    await portal.seen();
  });
  afterAll(() => portal.stop());

  it('knows which versions of each service run in each environment, and where a rollout is stuck', async () => {
    const versions: ReadonlyMap<string, VersionsFacts> = await facts
      .get('versions')!
      .forAll([]);
    expect(versions.get(QUOTES)).toEqual([
      { environment: 'staging', versions: ['4.12.1'], health: 'healthy' },
      {
        environment: 'production',
        versions: ['4.12.1', '4.11.0'],
        health: 'healthy',
      },
    ]);
    expect(versions.get(LEDGER)).toEqual([
      {
        environment: 'staging',
        versions: ['1.1.0-missing'],
        health: 'healthy',
        stuck: true,
      },
    ]);
  });

  it('knows what drifts, and can sort by how much', async () => {
    const { forAll, sortBy } = facts.get('drift')!;
    const drift: ReadonlyMap<string, DriftFacts> = await forAll([]);
    expect([...drift]).toEqual([[QUOTES, { count: 1, kinds: { version: 1 } }]]);
    expect(sortBy!(drift.get(QUOTES)!)).toBe(1);
  });

  it('hears of changes', async () => {
    const changed = jest.fn();
    facts.get('versions')!.onChange!(changed);
    run(portal.standIn.cluster('production-eu'), 'ledger', ['1.0.0']);
    await eventually(async () => expect(changed).toHaveBeenCalled());
  });
});
