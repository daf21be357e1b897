import {
  changeOfTest,
  creationOfTest,
  FLAG,
  flagOfTest,
  NOON,
  OFF,
  ON,
  rolloutOfTest,
  steps,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';
import type { RolloutStore } from './FlagStore';
import type { KeptRollout } from './Kept';

const all = { limit: 10, offset: 0 };

describeStores('roll-outs', given => {
  const store = () => given().stores.rollouts;
  const changes = () => given().stores.changes;
  const kept = async () => (await store().get('a-rollout'))!;
  const underWay = async () => (await changes().getFlag(FLAG))?.rollout;
  /** Sends the first ring. */
  const send = async (rollout: KeptRollout) =>
    changes().write([
      changeOfTest(ON, { kind: 'rollout', clusters: ['staging-eu'], rollout }),
    ]);

  beforeEach(async () => {
    await changes().write([creationOfTest(OFF)]);
  });

  it('come back as they were begun, and their flag says so', async () => {
    expect(await store().add(rolloutOfTest(), {})).toBeUndefined();
    expect(await kept()).toEqual(rolloutOfTest());
    expect(await store().get('A-ROLLOUT')).toBeUndefined();
    expect(await underWay()).toBe('a-rollout');
  });

  it('are one per flag: of many in the same moment exactly one', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id => store().add(rolloutOfTest({ id }), {})),
    );
    const rollout = await underWay();
    expect(answers.filter(answer => answer === undefined)).toHaveLength(1);
    expect(answers).toContainEqual({ kind: 'rollout', rollout });
    expect(await store().count({})).toBe(1);
  });

  it.each([
    ['is not there', { flag: 'other' }, {}, 'unknown'],
    ['has another revision than was seen', {}, { 'staging-eu': 7 }, 'seen'],
  ])('are not begun where the flag %s', async (_, more, seen, kind) => {
    const answer = await store().add(rolloutOfTest(more), seen);
    expect(answer).toMatchObject({ kind });
    expect(await kept()).toBeUndefined();
    expect(await underWay()).toBeUndefined();
  });

  it('are not begun where the flag is retired', async () => {
    await changes().write([
      changeOfTest(null, { kind: 'retire', flag: { retiredAt: NOON } }),
    ]);
    const answer = await store().add(rolloutOfTest(), {});
    expect(answer).toMatchObject({ kind: 'retired' });
  });

  it('hold back other changes of their flag, but not what is said about it', async () => {
    await store().add(rolloutOfTest(), {});
    const refused = { kind: 'rollout', rollout: 'a-rollout' };
    expect(await changes().write([changeOfTest(ON)])).toEqual(refused);
    const about = changeOfTest(ON, {
      kind: 'about',
      clusters: [],
      flag: { description: 'x' },
      aboutSeen: flagOfTest(),
    });
    steps(await changes().write([about]));
    expect(await changes().getFlag(FLAG)).toMatchObject({
      description: 'x',
      rollout: 'a-rollout',
    });
  });

  it('know the revisions of what they sent', async () => {
    await store().add(rolloutOfTest(), {});
    steps(await send({ ...(await kept()), sentence: 'Ring canary was sent' }));
    expect(await kept()).toMatchObject({
      sentence: 'Ring canary was sent',
      version: 2,
      rings: [{ clusters: [{ cluster: 'staging-eu', revision: 2 }] }, {}],
    });
    const { rings } = await kept();
    expect(rings[1].clusters[0]).not.toHaveProperty('revision');
  });

  it('know what mended a cluster that they had reached', async () => {
    await store().add(rolloutOfTest(), {});
    await send(await kept());
    const mend = changeOfTest(ON, {
      kind: 'mend',
      clusters: ['staging-eu', 'production-eu'],
      rollout: await kept(),
    });
    steps(await changes().write([mend]));
    const { rings } = await kept();
    expect(rings[0].clusters[0].revision).toBe(3);
    expect(rings[1].clusters[0].revision).toBeUndefined();
  });

  it('are written by one of two: who read them before the other wrote is refused', async () => {
    await store().add(rolloutOfTest(), {});
    const read = await kept();
    expect(await store().save({ ...read, state: 'paused' })).toBe(true);
    expect(await store().save({ ...read, state: 'stopped' })).toBe(false);
    expect(await send(read)).toEqual({ kind: 'version' });
    expect(await kept()).toMatchObject({ state: 'paused', version: 2 });
    expect(await store().save(rolloutOfTest({ id: 'other' }))).toBe(false);
    expect(await changes().countChanges({})).toBe(1);
  });

  it.each(['done', 'aborted'] as const)(
    'that are %s leave their flag to others',
    async state => {
      await store().add(rolloutOfTest(), {});
      const endedAt = NOON + 60_000;
      expect(await store().save({ ...(await kept()), state, endedAt })).toBe(
        true,
      );
      expect(await underWay()).toBeUndefined();
      const followed = await given().stores.followed.flagsSince(endedAt);
      expect(followed).toHaveLength(1);
      steps(await changes().write([changeOfTest(ON)]));
      const next = rolloutOfTest({ id: 'next' });
      expect(await store().add(next, {})).toBeUndefined();
    },
  );

  it('end with what is put back by it', async () => {
    await store().add(rolloutOfTest(), {});
    await send(await kept());
    const ended: KeptRollout = { ...(await kept()), state: 'aborted' };
    const back = changeOfTest(OFF, {
      kind: 'abort',
      clusters: ['staging-eu'],
      rollout: ended,
    });
    steps(await changes().write([back]));
    expect(await kept()).toMatchObject({
      state: 'aborted',
      rings: [{ clusters: [{ revision: 2 }] }, {}],
    });
    expect(await underWay()).toBeUndefined();
  });

  it('end where somebody switches the flag off', async () => {
    await store().add(rolloutOfTest(), {});
    const read = await kept();
    const at = NOON + 1;
    const endsRollout = 'Dana switched the flag off everywhere';
    const kill = changeOfTest(OFF, { kind: 'kill', at, endsRollout });
    steps(await changes().write([kill]));
    expect(await kept()).toMatchObject({
      state: 'aborted',
      sentence: endsRollout,
      endedAt: at,
    });
    expect(await underWay()).toBeUndefined();
    // Whoever is about to move it finds out.
    expect(await send(read)).toEqual({ kind: 'version' });
    // Where none is under way, nothing ends.
    const again = changeOfTest(OFF, { kind: 'kill', endsRollout });
    steps(await changes().write([again]));
  });

  it('are listed and counted, the newest first, by flag, service and state', async () => {
    await changes().write([creationOfTest(OFF, { flag: { flag: 'other' } })]);
    await store().add(rolloutOfTest({ id: 'a' }), {});
    const state = 'done' as const;
    await store().save({ ...(await store().get('a'))!, state });
    await store().add(rolloutOfTest({ id: 'b', startedAt: NOON + 1 }), {});
    await store().add(rolloutOfTest({ id: 'c', flag: 'other' }), {});
    const ids = async (query: Parameters<RolloutStore['list']>[0]) =>
      (await store().list(query, all)).map(({ id }) => id);
    expect(await ids({})).toEqual(['b', 'c', 'a']);
    expect(await ids({ flag: FLAG })).toEqual(['b', 'a']);
    expect(await ids({ state: 'running' })).toEqual(['b', 'c']);
    expect(await store().count({ state })).toBe(1);
    expect(await store().count({ service: 'component:default/other' })).toBe(0);
    const second = await store().list({}, { limit: 1, offset: 1 });
    expect(second.map(({ id }) => id)).toEqual(['c']);
  });
});
