import {
  type FactSource,
  lifecycleFactsExtensionPoint,
  type Seen,
} from '@sphera/plugin-lifecycle-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import { runningIn, serviceOf } from '../__testUtils__/people';
import { type PutByHand, putSecret } from '../__testUtils__/putSecret';
import { ACCOUNTS } from '../__testUtils__/settings';
import { startSecrets } from '../__testUtils__/startSecrets';
import { secretsLifecycleFactsModule } from '../lifecycleFactsModule';

jest.setTimeout(60_000);

const VALUE = 'value-of-a-test-Hx4nQz8w';
const REGIONS = ['eu-central-1', 'us-east-1', 'ap-southeast-2'];

const entry = (
  name: string,
  annotations: ServiceEntry['annotations'] = {},
): ServiceEntry => ({
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: [],
  type: 'microservice',
  environments: [],
  annotations,
});

/** A service of one region. */
const LOCAL = entry('local', { 'sphera.io/regions': 'eu-central-1' });

describe('life cycles are told of the secrets of a service', () => {
  const sources = new Map<string, FactSource>();
  const { signal } = new AbortController();
  let portal: Awaited<ReturnType<typeof startSecrets>>;

  const put = (secret: Partial<PutByHand> & { region: string }) =>
    putSecret(portal.standIn, {
      environment: 'production',
      values: [VALUE],
      ...secret,
    });
  const seenOf = async (
    environment: string,
    service: ServiceEntry,
  ): Promise<Seen> =>
    (await sources.get(`secrets-${environment}`)!.look([service], signal)).get(
      service.ref,
    )!;
  const link = (name: string) => ({
    title: 'Secrets',
    url: `/catalog/default/component/${name}/secrets`,
  });

  beforeAll(async () => {
    portal = await startSecrets({
      services: [
        ...['payments', 'ledger', 'bare'].map(name => serviceOf(name)),
        runningIn('eu-central-1', serviceOf(LOCAL.name)),
      ],
      features: [secretsLifecycleFactsModule, oneBusForAllPlugins()],
      extensionPoints: [
        [
          lifecycleFactsExtensionPoint,
          {
            addSource: (source: FactSource) =>
              void sources.set(source.id, source),
          },
        ],
      ],
    });
    for (const region of REGIONS) {
      put({ region, name: 'token', environment: 'staging' });
      put({ region, name: 'token' });
      put({
        region,
        name: 'login',
        values: [region === 'us-east-1' ? `other-${VALUE}` : VALUE],
      });
      put({ region, name: 'key', service: 'ledger', environment: 'staging' });
    }
    put({ region: 'eu-central-1', name: 'half' });
    put({ region: 'eu-central-1', name: 'token', service: LOCAL.name });
    await portal.sweep();
  });
  afterAll(() => portal.stop());
  afterEach(() => portal.standIn.aws.fault({ fault: 'none' }));

  it('by a fact of each environment', () => {
    expect([...sources.values()].flatMap(({ facts }) => facts)).toEqual([
      { id: 'secrets-complete:staging', title: 'Secrets complete in Staging' },
      {
        id: 'secrets-complete:production',
        title: 'Secrets complete in Production',
      },
    ]);
  });

  it('that they are in every region', async () => {
    expect(await seenOf('staging', entry('payments'))).toEqual({
      facts: {
        'secrets-complete:staging': {
          holds: true,
          sentence: '1 secret in Frankfurt, Virginia and Sydney',
          link: link('payments'),
        },
      },
    });
  });

  it('which of them drift and where, and never a value', async () => {
    const seen = await seenOf('production', entry('payments'));
    expect(seen).toEqual({
      facts: {
        'secrets-complete:production': {
          holds: false,
          sentence:
            'half is missing in Virginia and Sydney, login has another value in Virginia',
          link: link('payments'),
        },
      },
    });
    expect(JSON.stringify(seen)).not.toContain(VALUE);
  });

  it('that they are in every region where the service runs', async () => {
    expect(await seenOf('production', LOCAL)).toMatchObject({
      facts: {
        'secrets-complete:production': {
          holds: true,
          sentence: '1 secret in Frankfurt',
        },
      },
    });
  });

  it('that there are none yet, unless it is said to need none', async () => {
    expect(await seenOf('production', entry('bare'))).toMatchObject({
      facts: {
        'secrets-complete:production': {
          holds: false,
          sentence:
            'No secret in Production yet: add those that it needs, or the annotation sphera.io/secrets: none where it needs none',
        },
      },
    });
    const needsNone = entry('bare', { 'sphera.io/secrets': 'none' });
    expect(await seenOf('production', needsNone)).toMatchObject({
      facts: { 'secrets-complete:production': { holds: true } },
    });
  });

  it('the same where many services are looked at together', async () => {
    const names = ['payments', 'ledger', 'bare'];
    const others = Array.from({ length: 20 }, (_, n) => entry(`other-${n}`));
    for (const environment of ['staging', 'production']) {
      const source = sources.get(`secrets-${environment}`)!;
      const services = [...names.map(name => entry(name)), ...others];
      const together = await source.look(services, signal);
      expect(together.size).toBe(services.length);
      for (const name of names) {
        expect(together.get(entry(name).ref)).toEqual(
          await seenOf(environment, entry(name)),
        );
      }
    }
  });

  it('when something changed', async () => {
    const { ref } = entry('bare');
    const told: Array<readonly string[] | undefined> = [];
    sources.get('secrets-production')!.onChange!(one => told.push(one));
    for (const region of REGIONS) put({ region, name: 'new', service: 'bare' });
    await portal.sweep();
    await eventually(async () => {
      expect(told.some(one => !one || one.includes(ref))).toBe(true);
      expect(await seenOf('production', entry('bare'))).toMatchObject({
        facts: { 'secrets-complete:production': { holds: true } },
      });
    });
  });

  it('that one cannot know while a region does not answer, for services that run there alone', async () => {
    portal.standIn.aws.fault({
      account: ACCOUNTS.production,
      region: 'us-east-1',
      fault: 'denied',
    });
    await portal.sweep();
    await eventually(async () =>
      expect(await seenOf('production', entry('payments'))).toEqual({
        failed: expect.stringMatching(
          /^What secrets there are in Virginia is not known now: ./,
        ),
      }),
    );
    expect(await seenOf('staging', entry('payments'))).toHaveProperty('facts');
    expect(await seenOf('production', LOCAL)).toHaveProperty('facts');
  });
});
