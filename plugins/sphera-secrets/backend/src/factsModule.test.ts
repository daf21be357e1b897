import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import type { SecretsFacts } from '@sphera/plugin-secrets-common';
import {
  type ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import { putSecret } from './__testUtils__/putSecret';
import { startSecrets } from './__testUtils__/startSecrets';
import { secretsFactsModule } from './factsModule';

const PAYMENTS = 'component:default/payments';

describe('the hub', () => {
  const facts = new Map<string, ServiceFacts<any>>();
  let portal: Awaited<ReturnType<typeof startSecrets>>;
  const put = (region: string, name: string, environment = 'production') =>
    putSecret(portal.standIn, { environment, region, name });
  beforeAll(async () => {
    portal = await startSecrets({
      features: [secretsFactsModule, oneBusForAllPlugins()],
      extensionPoints: [
        [
          serviceFactsExtensionPoint,
          {
            addFacts: (one: ServiceFacts<any>) => void facts.set(one.id, one),
          },
        ],
      ],
    });
    for (const region of ['eu-central-1', 'us-east-1', 'ap-southeast-2']) {
      put(region, 'token', 'staging');
      put(region, 'token');
    }
    put('eu-central-1', 'half');
    await portal.sweep();
  });
  afterAll(() => portal.stop());

  it('knows how many secrets a service has and how many drift; of one without any, nothing', async () => {
    const { forAll, sortBy } = facts.get('secrets')!;
    const all: ReadonlyMap<string, SecretsFacts> = await forAll([]);
    expect([...all]).toEqual([
      [
        PAYMENTS,
        {
          secrets: 2,
          drifting: 1,
          kinds: { missing: 1 },
          notToStandard: 0,
          environments: [
            { environment: 'staging', secrets: 1, isComplete: true },
            { environment: 'production', secrets: 2, isComplete: false },
          ],
        },
      ],
    ]);
    expect(sortBy!(all.get(PAYMENTS)!)).toBe(1);
  });

  it('hears of changes that the next sweep sees', async () => {
    const changed = jest.fn();
    facts.get('secrets')!.onChange!(changed);
    put('us-east-1', 'half');
    await portal.sweep();
    await eventually(async () => expect(changed).toHaveBeenCalled());
  });
});
