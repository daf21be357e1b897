import type { FlagsFacts } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import {
  type ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import { answered } from './__testUtils__/asking';
import { createInStep, setFlag, untilInStep } from './__testUtils__/flagging';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';
import { flagsFactsModule } from './factsModule';

const PAYMENTS = 'component:default/payments';
const QUOTES = 'component:default/quotes';
/** Of no use: the tests' own log takes its place. */
const SOMEWHERE = { transport: { log: 'http://127.0.0.1:1' } };

async function startWithHub(config: object = SOMEWHERE, openBus?: null) {
  let facts: ServiceFacts<any>;
  const portal = await startFlags({
    config,
    openBus,
    features: [flagsFactsModule, oneBusForAllPlugins()],
    extensionPoints: [
      [
        serviceFactsExtensionPoint,
        { addFacts: (one: ServiceFacts<any>) => void (facts = one) },
      ],
    ],
    ...(openBus === null && { answering: [] }),
  });
  return { portal, facts: facts! };
}

describe('the hub', () => {
  let portal: FlagsPortal;
  let facts: ServiceFacts<any>;
  const all = (): Promise<ReadonlyMap<string, FlagsFacts>> => facts.forAll([]);
  const on = { defaultVariant: 'on' };
  beforeAll(async () => {
    ({ portal, facts } = await startWithHub());
    await createInStep(portal, 'instant-refunds', { service: 'payments' });
    await createInStep(portal, 'by-weight');
    await createInStep(portal, 'new-checkout');
    await createInStep(portal, 'gone');
    await answered(portal.dana, 'retire-flag', {
      flag: 'gone',
      reason: 'nobody asks it',
    });
    await untilInStep(portal, 'gone');
  });
  afterAll(() => portal.stop());

  it('knows how many flags a service has, without those that are gone', async () => {
    const inStep = { drifting: 0, kinds: {}, readyToRemove: 0, rollouts: 0 };
    expect([...(await all())]).toEqual([
      [PAYMENTS, { flags: 1, ...inStep }],
      [QUOTES, { flags: 2, ...inStep }],
    ]);
  });

  it('hears of changes, and knows what drifts and how', async () => {
    const changed = jest.fn();
    facts.onChange!(changed);
    await setFlag(portal, 'by-weight', { ...on, clusters: ['production-eu'] });
    await eventually(async () => expect(changed).toHaveBeenCalled());
    await untilInStep(portal, 'by-weight');
    expect((await all()).get(QUOTES)).toMatchObject({
      drifting: 1,
      kinds: { unlike: 1 },
    });
    portal.cluster('production-us').refuse('The variant blue is unknown');
    await setFlag(portal, 'new-checkout', on);
    await eventually(async () =>
      expect((await all()).get(QUOTES)).toMatchObject({
        flags: 2,
        drifting: 2,
        kinds: { refused: 1, unlike: 1 },
      }),
    );
    expect(facts.sortBy!((await all()).get(QUOTES)!)).toBe(2);
  });

  it('counts a flag that is gone where a cluster has it again', async () => {
    const definition = {
      state: 'ENABLED' as const,
      variants: { on: true, off: false },
      defaultVariant: 'off',
    };
    const fingerprint = fingerprintOf(definition)!;
    const back = { flag: 'gone', revision: 1, fingerprint, definition };
    // It does not take what it is sent again.
    portal.cluster('staging-eu').hush(true);
    await portal.cluster('staging-eu').snapshot([back]);
    await eventually(async () =>
      expect((await all()).get(QUOTES)).toMatchObject({
        flags: 3,
        kinds: { changed: 3 },
      }),
    );
  });

  it('counts what is being rolled out', async () => {
    await answered(portal.dana, 'start-rollout', {
      flag: 'instant-refunds',
      ...on,
      rings: [
        { name: 'canary', clusters: ['staging-eu'] },
        { name: 'all', clusters: ['production-eu'] },
      ],
      soak: 'PT1H',
      reason: 'a test',
    });
    expect((await all()).get(PAYMENTS)).toMatchObject({ rollouts: 1 });
  });
});

describe('the hub of a portal that was told of no Kafka', () => {
  it('knows of no flags, and that is no trouble', async () => {
    const { portal, facts } = await startWithHub({}, null);
    expect(await facts.forAll([])).toEqual(new Map());
    await portal.stop();
  });
});
