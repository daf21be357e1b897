import { TestDatabases } from '@backstage/backend-test-utils';
import { RealKafka } from '@sphera/dev-fleet';
import { partitionOf } from '@sphera/plugin-flags-node';
import { describeOwnKafka } from '@sphera/plugin-flags-node/testUtils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { Kafka, logLevel } from 'kafkajs';
import { answered } from './__testUtils__/asking';
import { change, createNumbers } from './__testUtils__/kafka/changing';
import {
  settingsOf,
  startStorm,
  type Storm,
} from './__testUtils__/kafka/startStorm';
import { TopicOfTest } from './__testUtils__/kafka/TopicOfTest';
import { expectSettled, historyOf } from './__testUtils__/settled';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['MYSQL_8'] });
const PATIENCE = 150_000;
const A_MINUTE = 60_000;
const A_WEEK = 7 * 24 * 60 * A_MINUTE;

const partitionsOf = (clusters: string[], count: number) =>
  new Set(clusters.map(cluster => partitionOf(cluster, count)));

describeOwnKafka('over Kafka', () => {
  let kafka: RealKafka;
  let storm: Storm;
  let client: Kafka;
  beforeAll(async () => {
    kafka = await RealKafka.start();
    const { brokers } = kafka;
    client = new Kafka({ brokers, logLevel: logLevel.NOTHING });
    const database = await databases.init('MYSQL_8');
    storm = await startStorm({ database, brokers });
  });
  afterAll(async () => {
    await storm?.stop();
    await kafka?.stop();
  });

  const settled = async ({ portals, agents }: Storm) => {
    for (const { dana } of portals) {
      await expectSettled(dana, agents, PATIENCE);
    }
  };

  it('what cannot be read is kept aside with the reason, on both ways, and the rest flows on', async () => {
    const [{ dana }] = storm.portals;
    const { topics } = storm.settings;
    await createNumbers(dana, ['before-poison']);
    await settled(storm);
    const commands = new TopicOfTest(client, topics.commands);
    const reports = new TopicOfTest(client, topics.reports);
    await commands.sendToAll([{ key: 'staging-eu/x', value: 'no wish' }]);
    await reports.sendToAll([
      { key: 'staging-eu', value: 'no report' },
      { key: null, value: null },
    ]);
    await change([dana], ['before-poison'], 10);
    await settled(storm);
    await eventually(async () => {
      const { items } = await answered(dana, 'list-set-aside');
      const texts = items.map(({ text }: any) => text);
      expect(texts).toContain('no report');
      expect(items.map(({ reason }: any) => reason)).toContainEqual(
        expect.stringContaining('The agent of staging-eu could not read'),
      );
    }, PATIENCE);
  });

  it('everything that was ever sent may come again, the newest first: nothing becomes different', async () => {
    const [{ dana }] = storm.portals;
    const { topics } = storm.settings;
    const flags = ['again-1', 'again-2'];
    await createNumbers(dana, flags);
    await change([dana], flags, 60);
    await settled(storm);
    const history = await historyOf(dana);
    for (const name of [topics.commands, topics.reports]) {
      const topic = new TopicOfTest(client, name);
      await topic.sendAgain(records => [...records, ...records].reverse());
    }
    // What comes after it on each way has been through all of it.
    await createNumbers(dana, ['after-again']);
    await settled(storm);
    const after = await historyOf(dana);
    expect(after).toEqual(expect.arrayContaining(history));
  });

  it('a cluster that is restored from a backup of last week holds what is wanted now, though all that was said since is gone from Kafka', async () => {
    const [agent, ...others] = storm.agents;
    const { topics } = storm.settings;
    const flags = ['week-1', 'week-2', 'week-3'];
    await createNumbers(storm.portal.dana, [...flags, 'busy']);
    await settled(storm);
    const backup = await agent.text();
    await agent.stop();
    await change([storm.portal.dana], flags, 60);
    const retire = { flag: 'week-3', reason: 'a test' };
    await answered(storm.portal.dana, 'retire-flag', retire);

    const commands = new TopicOfTest(client, topics.commands);
    await commands.tidyBy('compact', {
      'segment.ms': '100',
      'min.cleanable.dirty.ratio': '0.01',
      'max.compaction.lag.ms': '100',
    });
    await eventually(async () => {
      // What came last is not compacted: something has to come after it, each time. Two, since the same again is no change.
      await change([storm.portal.dana], ['busy'], 2);
      const sent = await commands.all();
      const keys = sent.map(({ key }) => String(key));
      const ours = keys.filter(key => key.includes('/week-'));
      expect(ours).toHaveLength(flags.length * storm.agents.length);
    }, PATIENCE);

    await storm.stopPortals();
    // Those that are there say so while nobody listens, and it is forgotten.
    const reports = new TopicOfTest(client, topics.reports);
    const before = await reports.ends();
    storm.clock.leap(A_WEEK);
    await eventually(async () => {
      const grown = (await reports.ends()).filter(
        ({ high }, at) => high !== before[at].high,
      );
      const clusters = others.map(({ cluster }) => cluster);
      expect(grown).toHaveLength(partitionsOf(clusters, before.length).size);
    }, PATIENCE);
    await reports.expire();

    await storm.startPortal();
    await agent.put(backup);
    agent.start();
    await settled(storm);
    expect(await agent.flags()).not.toHaveProperty('week-3');
  });

  it('a topic that is missing, or not as it has to be, is told, and what was changed meanwhile arrives once it is right', async () => {
    const { brokers } = kafka;
    const settings = settingsOf(brokers);
    const { commands, reports } = settings.topics;
    const other = await startStorm({
      database: await databases.init('MYSQL_8'),
      brokers,
      replicas: 1,
      config: {
        ...settings,
        transport: {
          kafka: { ...settings.transport.kafka, createTopics: false },
        },
      },
    });
    try {
      const { dana } = other.portal;
      const is = (state: string, problem: string) =>
        eventually(async () => {
          const messaging = await answered(dana, 'get-messaging');
          expect(messaging).toMatchObject({
            state,
            problem: expect.stringContaining(problem),
          });
        }, PATIENCE);
      await is('wrong', commands);
      await createNumbers(dana, ['unsent']);
      const made = new TopicOfTest(client, commands);
      await made.create(settings.partitions, 'delete');
      await new TopicOfTest(client, reports).create(
        settings.partitions,
        'delete',
      );
      // Whoever waits before looking again looks now.
      other.clock.leap(A_MINUTE);
      await is('wrong', 'compact');
      await made.tidyBy('compact');
      other.clock.leap(A_MINUTE);
      await settled(other);
    } finally {
      await other.stop();
    }
  });
});
