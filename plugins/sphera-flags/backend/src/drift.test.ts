import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { createInStep, setFlag, untilInStep } from './__testUtils__/flagging';
import { CLUSTERS } from './__testUtils__/settings';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const [STAGING, EU, US, AP] = CLUSTERS;
const off = {
  state: 'ENABLED' as const,
  variants: { on: true, off: false },
  defaultVariant: 'off',
};
const on = { ...off, defaultVariant: 'on' };

describe('drift', () => {
  let portal: FlagsPortal;
  beforeEach(async () => {
    portal = await startFlags();
  });
  afterEach(() => portal.stop());

  const drift = async (question: object = {}): Promise<any[]> =>
    (await answered(portal.dana, 'list-drift', question)).items;
  const inWords = async (question: object = {}) =>
    (await drift(question)).map(
      one =>
        `${one.flag} ${one.kind} ${one.environment}: ${
          one.sentence
        } [${one.cells.map(({ cluster }: any) => cluster).join(' ')}]`,
    );
  const eventuallyInWords = (wanted: string[]) =>
    eventually(async () => expect(await inWords()).toEqual(wanted));
  const has = (cluster: string, flags: object[]) =>
    portal.cluster(cluster).snapshot(flags as any);

  it('is nothing where all clusters have what is wanted', async () => {
    await createInStep(portal, 'new-checkout');
    expect(await drift()).toEqual([]);
  });

  it('is what clusters have in place of what is wanted, alike ones of an environment together', async () => {
    await createInStep(portal, 'new-checkout');
    const edited = {
      flag: 'new-checkout',
      revision: 1,
      fingerprint: fingerprintOf(on),
      definition: on,
    };
    for (const cluster of [STAGING, EU, AP]) await has(cluster, [edited]);
    const sentence = 'Edited by hand: it has on, off is wanted';
    await eventuallyInWords([
      `new-checkout cell staging: ${sentence} [staging-eu]`,
      `new-checkout cell production: ${sentence} [production-eu production-ap]`,
    ]);
    await has(AP, []);
    await eventuallyInWords([
      `new-checkout cell staging: ${sentence} [staging-eu]`,
      'new-checkout cell production: 2 clusters have something else than is wanted [production-eu production-ap]',
    ]);
    expect((await drift({ cluster: AP }))[0].cells).toMatchObject([
      { cluster: AP, sentence: 'It is gone there, off is wanted' },
    ]);
  });

  it('is what is left over of flags that nobody knows here', async () => {
    await has(US, [
      {
        flag: 'left-over',
        revision: null,
        fingerprint: fingerprintOf(on),
        definition: on,
      },
    ]);
    await eventuallyInWords([
      'left-over cell production: Left over: nobody wants this flag here [production-us]',
    ]);
    const [left] = await drift();
    expect(left).not.toHaveProperty('service');
    expect(await drift({ service: 'payments' })).toEqual([]);
  });

  it('is that clusters of one environment are to have different things', async () => {
    await createInStep(portal, 'new-checkout');
    await setFlag(portal, 'new-checkout', {
      clusters: [STAGING, US],
      defaultVariant: 'on',
    });
    await untilInStep(portal, 'new-checkout');
    expect(await inWords()).toEqual([
      'new-checkout unlike production: Clusters of Production are to have different things: off in production-eu and production-ap, on in production-us [production-eu production-us production-ap]',
    ]);
    expect(await drift({ cluster: EU })).toHaveLength(1);
    expect(await drift({ cluster: STAGING })).toEqual([]);
    expect(await drift({ environment: 'staging' })).toEqual([]);
  });

  it('is not that some clusters were never to have a flag', async () => {
    await createInStep(portal, 'only-here', { clusters: [EU, US] });
    expect(await drift()).toEqual([]);
  });

  it('is not what a roll-out does on its way', async () => {
    await createInStep(portal, 'new-checkout');
    const { id } = await answered(portal.dana, 'start-rollout', {
      flag: 'new-checkout',
      defaultVariant: 'on',
      rings: [
        { name: 'canary', clusters: [EU] },
        { name: 'others', clusters: [US, AP] },
      ],
      soak: 'PT1H',
      reason: 'step by step',
    });
    await eventually(async () =>
      expect(await answered(portal.dana, 'get-rollout', { id })).toMatchObject({
        rings: [{ state: 'soaking' }, { state: 'waiting' }],
      }),
    );
    expect(await drift()).toEqual([]);
  });

  it('comes with the worst first, page by page', async () => {
    await createInStep(portal, 'a-silent');
    await createInStep(portal, 'b-unlike');
    await setFlag(portal, 'b-unlike', {
      clusters: [EU],
      defaultVariant: 'on',
    });
    await untilInStep(portal, 'b-unlike');
    await createInStep(portal, 'c-refused');
    portal.cluster(US).refuse('It is full');
    await setFlag(portal, 'c-refused');
    await eventually(async () =>
      expect((await drift()).map(({ flag }) => flag)).toEqual([
        'c-refused',
        'b-unlike',
      ]),
    );
    // The others in that cluster have what is wanted, as far as is known.
    portal.cluster('staging-eu').hush(true);
    await setFlag(portal, 'a-silent', {
      clusters: ['staging-eu'],
      defaultVariant: 'on',
    });
    portal.clock.leap(3 * 60_000);
    for (const cluster of [EU, US, AP]) await portal.cluster(cluster).beat();
    await eventually(async () =>
      expect((await drift()).map(one => `${one.flag} ${one.kind}`)).toEqual([
        'c-refused cell',
        'b-unlike unlike',
        'a-silent cell',
      ]),
    );
    const first = await answered(portal.dana, 'list-drift', { limit: 2 });
    expect(first.totalItems).toBe(3);
    const { nextCursor: cursor } = first;
    const rest = await drift({ limit: 10, cursor });
    expect(rest[0]).toMatchObject({
      flag: 'a-silent',
      environment: 'staging',
      sentence: expect.stringMatching(/^Not heard for 3 minutes/),
    });
  });
});
