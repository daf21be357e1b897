import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, refused } from '../__testUtils__/asking';
import { createBoolean } from '../__testUtils__/flagging';
import { DANA, SAM, TEAMS } from '../__testUtils__/people';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled, wantedOf } from './__testUtils__/looking';
import { turnedPolicy } from './__testUtils__/turnedPolicy';

const reason = 'a test';
const OUTSIDE_OF_PRODUCTION = {
  not: { rule: 'IN_ENVIRONMENT', params: { environments: ['production'] } },
};
const ownedBy = (person: string) => ({
  rule: 'IS_OWNER',
  params: { claims: [TEAMS[person]] },
});

const policy = turnedPolicy();
let portal: FlagsPortal;
let change: string;
beforeAll(async () => {
  portal = await startFlags({ features: [policy.factory] });
});
afterAll(() => portal.stop());
let count = 0;
let flag: string;
beforeEach(async () => {
  policy.conditions = undefined;
  flag = `flag-${++count}`;
  const created = await createBoolean(portal, flag);
  change = created.changes[0].id;
  await settled(portal, flag);
});
const ask = (operation: string, input: object = {}) =>
  portal.dana.ask(operation, { flag, reason, ...input });

describe('who may not act in production', () => {
  beforeEach(() => {
    policy.conditions = OUTSIDE_OF_PRODUCTION;
  });

  it.each<[string, object]>([
    [
      'create-flag',
      {
        flag: 'new',
        service: 'quotes',
        type: 'boolean',
        variants: { on: true },
        defaultVariant: 'on',
      },
    ],
    ['set-flag', { defaultVariant: 'on' }],
    ['start-rollout', { defaultVariant: 'on' }],
  ])(
    'does everything else in the other clusters: %s',
    async (operation, input) => {
      expect(await refused(ask(operation, input), 403)).toContain(
        'on component:default/quotes in production',
      );
      const clusters = ['staging-eu'];
      const there =
        operation === 'start-rollout'
          ? { rings: [{ name: 'own', clusters }] }
          : { clusters };
      const { status } = await ask(operation, { ...input, ...there });
      expect(status).toBe(200);
    },
  );

  it('does not get there where the flag does in the same moment', async () => {
    const young = `${flag}-young`;
    await createBoolean(portal, young, { clusters: ['staging-eu'] });
    const others = async () => {
      policy.conditions = undefined;
      const clusters = ['production-eu', 'staging-eu'];
      await answered(portal.dana, 'set-flag', {
        flag: young,
        reason,
        state: 'DISABLED',
        clusters,
      });
      policy.conditions = OUTSIDE_OF_PRODUCTION;
    };
    policy.meanwhile = others;
    const asked = ask('set-flag', { flag: young, defaultVariant: 'on' });
    expect(await refused(asked, 409)).toBe(
      `${young} came to production-eu in this moment: look again`,
    );
    expect(await wantedOf(portal, young)).toEqual({
      'staging-eu': 'disabled',
      'production-eu': 'disabled',
    });
  });

  it('puts a flag back elsewhere alone', async () => {
    await ask('set-flag', { defaultVariant: 'on', clusters: ['staging-eu'] });
    await refused(ask('restore-flag', { change }), 403);
    const there = { change, clusters: ['staging-eu'] };
    expect((await ask('restore-flag', there)).status).toBe(200);
  });

  it.each(['retire-flag', 'kill-flag'])(
    'does nothing to a flag that is there: %s',
    async operation => {
      expect(await refused(ask(operation), 403)).toContain('in production');
    },
  );

  it('does nothing to a roll-out that goes there', async () => {
    policy.conditions = undefined;
    const { body } = await ask('start-rollout', { defaultVariant: 'on' });
    policy.conditions = OUTSIDE_OF_PRODUCTION;
    for (const operation of ['pause', 'resume', 'abort']) {
      const input = { id: body.id, reason };
      const call = portal.dana.ask(`${operation}-rollout`, input);
      expect(await refused(call, 403)).toContain('in production');
    }
  });
});

describe('who owns some services', () => {
  it('acts on the flags of these', async () => {
    policy.conditions = ownedBy(SAM);
    await refused(ask('set-flag', { state: 'DISABLED' }), 403);
    policy.conditions = ownedBy(DANA);
    expect((await ask('set-flag', { state: 'DISABLED' })).status).toBe(200);
  });

  it('brings a cluster in step where all that drifts in it is theirs', async () => {
    const cluster = 'production-ap';
    const mend = () => portal.dana.ask('mend-drift', { cluster, reason });
    const definition = {
      state: 'ENABLED' as const,
      variants: { on: true },
      defaultVariant: 'on',
    };
    const fingerprint = fingerprintOf(definition)!;
    const edited = (key: string) => ({
      flag: key,
      revision: null,
      fingerprint,
      definition,
    });
    const drifts = (key: string) =>
      eventually(async () =>
        expect(
          JSON.stringify(
            await answered(portal.dana, 'list-drift', { cluster }),
          ),
        ).toContain(`"${key}"`),
      );
    await portal.cluster(cluster).snapshot([edited(flag)]);
    await drifts(flag);
    policy.conditions = ownedBy(SAM);
    await refused(mend(), 403);
    policy.conditions = ownedBy(DANA);
    // What nobody knows is nobody's.
    await portal.cluster(cluster).snapshot([edited(flag), edited('stray')]);
    await drifts('stray');
    await refused(mend(), 403);
    const one = await ask('mend-drift', { cluster });
    expect(one.body.changes).toMatchObject([{ flag }]);
    policy.conditions = undefined;
    expect((await mend()).status).toBe(200);
  });
});
