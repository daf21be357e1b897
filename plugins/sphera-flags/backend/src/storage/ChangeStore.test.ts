import { fingerprintOf } from '@sphera/plugin-flags-node';
import { StorageError } from '@sphera/plugin-operations-node';
import {
  changeOfTest,
  CLUSTERS,
  creationOfTest,
  FLAG,
  flagOfTest,
  NOON,
  OFF,
  ON,
  steps,
} from './__testUtils__/changesOfTest';
import { describeStores } from './__testUtils__/eachDatabase';

const page = { limit: 10, offset: 0 };
const EU = 'production-eu';

describeStores('flags and their history', given => {
  const store = () => given().stores.changes;
  const cellIn = async (cluster: string) =>
    (await store().cellsOf(FLAG)).find(cell => cell.cluster === cluster);

  it('come back as they were written', async () => {
    const about = {
      description: 'naïve 🚒 "quoted"',
      purpose: 'release' as const,
      owner: 'group:default/payments',
      endsOn: '2027-03-31',
    };
    const creation = creationOfTest(OFF, { flag: about });
    expect(steps(await store().write([creation]))).toHaveLength(3);
    expect(await store().getFlag(FLAG)).toEqual(flagOfTest(about));
    expect(await store().getFlag('NEW-CHECKOUT')).toBeUndefined();
    expect(await cellIn(EU)).toEqual({
      flag: FLAG,
      cluster: EU,
      wanted: {
        revision: 1,
        definition: OFF,
        fingerprint: fingerprintOf(OFF),
        change: creation.change.id,
        at: NOON,
      },
      resends: 0,
      resendAt: NOON,
      updatedAt: NOON,
    });
    expect(await store().getChange(creation.change.id)).toEqual(
      creation.change,
    );
  });

  it('count the revisions of each cluster for itself', async () => {
    await store().write([creationOfTest(OFF)]);
    await store().write([changeOfTest(ON, { clusters: [EU] })]);
    const written = steps(await store().write([changeOfTest(null)]));
    expect(written.map(({ cluster, revision }) => [cluster, revision])).toEqual(
      [
        ['production-eu', 3],
        ['production-us', 2],
        ['staging-eu', 2],
      ],
    );
    expect((await cellIn(EU))?.wanted?.definition).toBeNull();
  });

  it('are created once, of many in the same moment', async () => {
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map(id =>
        store().write([creationOfTest(OFF, { id })]),
      ),
    );
    const won = answers.filter(answer => Array.isArray(answer));
    expect(won).toHaveLength(1);
    expect(answers).toContainEqual({ kind: 'exists', flag: flagOfTest() });
    expect(await store().countChanges({})).toBe(1);
  });

  it('never lose a change or a revision, however many come in the same moment', async () => {
    await store().write([creationOfTest(OFF)]);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => store().write([changeOfTest(ON)])),
    );
    const revisions = answers
      .flatMap(steps)
      .filter(({ cluster }) => cluster === EU)
      .map(({ revision }) => revision);
    expect(revisions.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 2),
    );
  });

  it.each([
    [
      'nobody made',
      creationOfTest(OFF, { flag: { flag: 'other' } }),
      'unknown',
    ],
    [
      'that is retired',
      creationOfTest(OFF, { flag: { retiredAt: NOON } }),
      'retired',
    ],
  ])('are not changed where it is one %s', async (_, first, kind) => {
    await store().write([first]);
    const answer = await store().write([changeOfTest(ON)]);
    expect(answer).toMatchObject({ kind });
    expect(await store().countChanges({ flag: FLAG })).toBe(
      kind === 'unknown' ? 0 : 1,
    );
  });

  it('are put back or mended though they are retired', async () => {
    await store().write([creationOfTest(OFF, { flag: { retiredAt: NOON } })]);
    const mend = changeOfTest(null, {
      kind: 'mend',
      flag: { retiredAt: NOON },
    });
    steps(await store().write([mend]));
    steps(await store().write([changeOfTest(ON, { kind: 'restore' })]));
    expect((await store().getFlag(FLAG))?.retiredAt).toBeUndefined();
  });

  it('are not changed where a cluster is at another revision than somebody saw', async () => {
    const creation = creationOfTest(OFF);
    await store().write([creation]);
    const seen = { [EU]: 1, 'staging-eu': 4, 'new-one': 0 };
    expect(await store().write([changeOfTest(ON, { seen })])).toEqual({
      kind: 'seen',
      cluster: 'staging-eu',
      revision: 1,
      change: creation.change.id,
    });
    const right = { [EU]: 1, 'staging-eu': 1, 'new-one': 0 };
    steps(await store().write([changeOfTest(ON, { seen: right })]));
  });

  it('change together, all or none', async () => {
    const other = { flag: 'other' };
    await store().write([creationOfTest(OFF)]);
    const both = [changeOfTest(ON), changeOfTest(ON, { flag: other })];
    expect(await store().write(both)).toEqual({ kind: 'unknown' });
    expect((await cellIn(EU))?.wanted?.revision).toBe(1);
    await store().write([creationOfTest(OFF, { flag: other })]);
    expect(steps(await store().write(both))).toHaveLength(6);
  });

  it('that nobody knows leave nothing but a wish that they go', async () => {
    const wish = changeOfTest(null, {
      kind: 'mend',
      clusters: [EU],
      flagMust: 'be unknown',
      flag: { service: '' },
    });
    steps(await store().write([wish]));
    expect(await store().getFlag(FLAG)).toBeUndefined();
    expect((await cellIn(EU))?.wanted).toMatchObject({ definition: null });
    steps(await store().write([creationOfTest(ON)]));
    expect((await cellIn(EU))?.wanted).toMatchObject({ revision: 2 });
  });

  it('list their changes, the newest first, also where they are of the same moment', async () => {
    await store().write([creationOfTest(OFF, { id: 'one' })]);
    await store().write([changeOfTest(ON, { id: 'two' })]);
    const other = { flag: 'other', service: 'component:default/ledger' };
    await store().write([creationOfTest(OFF, { id: 'three', flag: other })]);
    const ids = async (
      ...asked: Parameters<ReturnType<typeof store>['changes']>
    ) => (await store().changes(...asked)).map(({ id }) => id);
    expect(await ids({}, page)).toEqual(['three', 'two', 'one']);
    expect(await ids({ flag: FLAG }, page)).toEqual(['two', 'one']);
    expect(await ids({ service: other.service }, page)).toEqual(['three']);
    expect(await ids({}, { limit: 1, offset: 1 })).toEqual(['two']);
    expect(await store().countChanges({ flag: FLAG })).toBe(2);
    const found = await store().stepsOf(['one', 'three']);
    expect(found).toHaveLength(6);
    expect(await store().stepsOf([])).toEqual([]);
  });

  it('tell which step nobody waits for any more', async () => {
    await store().write([creationOfTest(OFF, { id: 'one' })]);
    await store().write([changeOfTest(ON, { id: 'two', clusters: [EU] })]);
    const overtaken = (await store().stepsOf(['one', 'two']))
      .filter(({ isOvertaken }) => isOvertaken)
      .map(({ change, cluster }) => [change, cluster]);
    expect(overtaken).toEqual([['one', EU]]);
  });

  it('know what was wanted right after each change', async () => {
    await store().write([creationOfTest(OFF, { id: 'one' })]);
    await store().write([changeOfTest(ON, { id: 'two', clusters: [EU] })]);
    await store().write([changeOfTest(null, { id: 'three' })]);
    const after = async (change: string) =>
      Object.fromEntries((await store().wantedAfter(FLAG, change)) ?? []);
    expect(await after('two')).toEqual({
      [EU]: ON,
      'production-us': OFF,
      'staging-eu': OFF,
    });
    expect(await after('three')).toEqual(
      Object.fromEntries(CLUSTERS.map(cluster => [cluster, null])),
    );
    expect(await store().wantedAfter('other', 'two')).toBeUndefined();
    expect(await store().wantedAfter(FLAG, 'four')).toBeUndefined();
  });

  it('have room for a change in ten thousand clusters', async () => {
    const clusters = Array.from({ length: 10_000 }, (_, n) => `cluster-${n}`);
    await store().write([creationOfTest(OFF, { clusters })]);
    const written = steps(
      await store().write([changeOfTest(ON, { clusters })]),
    );
    expect(written).toHaveLength(10_000);
    expect(await store().cellsIn('cluster-9999')).toMatchObject([
      { flag: FLAG, wanted: { revision: 2, definition: ON } },
    ]);
    const { outbox, followed } = given().stores;
    expect(await outbox.size()).toMatchObject({ queued: 20_000 });
    const read: string[] = [];
    for await (const cells of followed.allCells()) {
      read.push(...cells.map(({ cluster }) => cluster));
    }
    expect(read.sort()).toEqual(clusters.sort());
  });

  it('never tell what was in a statement that failed', async () => {
    await given().knex.schema.dropTable('flag_steps');
    const failure = await store()
      .write([creationOfTest(OFF)])
      .catch(error => error);
    expect(failure).toBeInstanceOf(StorageError);
    expect(failure.message).not.toContain('quoted');
    expect(await store().getFlag(FLAG)).toBeUndefined();
  });
});
