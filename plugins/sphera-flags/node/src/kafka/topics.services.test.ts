import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { command, report } from '../bus/__testUtils__/records';
import { EndsOfKafka } from './__testUtils__/EndsOfKafka';
import { type GivenKafka, givenKafka } from './__testUtils__/GivenKafka';
import { TopicsOfTest } from './__testUtils__/TopicsOfTest';

jest.setTimeout(120_000);

const PATIENCE = 60_000;

let kafka: GivenKafka;
let made: TopicsOfTest;
let ends: EndsOfKafka;
beforeAll(async () => {
  kafka = await givenKafka();
}, 120_000);
afterAll(async () => {
  await kafka?.stop();
});
beforeEach(() => {
  const { brokers } = kafka;
  made = new TopicsOfTest(brokers);
  ends = new EndsOfKafka({ brokers, clientId: made.topics.commands }, made);
});
afterEach(async () => {
  await ends.stop();
  await made.remove();
});

type Stating = { state: { state: string; problem?: string } };

/** Waits until an end says so. */
const says = (end: Stating, state: string, problem = /^/) =>
  eventually(() => {
    expect(end.state.state).toBe(state);
    expect(end.state.problem ?? '').toMatch(problem);
  }, PATIENCE);

const settingOf = (topic: string, name: string) =>
  made.asAdmin(async admin => {
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: 2, name: topic, configNames: [name] }],
    });
    return resources[0].configEntries[0].configValue;
  });

describe('topics that are missing', () => {
  it('are made where that is wanted: commands compacted, reports kept for a week', async () => {
    const portal = ends.portal({ createTopics: true });
    await says(portal, 'connected');
    const { commands, reports } = made.topics;
    await eventually(async () => {
      const metadata = await made.asAdmin(admin =>
        admin.fetchTopicMetadata({ topics: [commands, reports] }),
      );
      expect(metadata.topics.map(each => each.partitions.length)).toEqual([
        4, 4,
      ]);
    }, PATIENCE);
    expect(await settingOf(commands, 'cleanup.policy')).toBe('compact');
    expect(await settingOf(reports, 'cleanup.policy')).toBe('delete');
    expect(await settingOf(reports, 'retention.ms')).toBe('604800000');
    await portal.sendCommands([command('production-eu', 'hello')]);
  });

  it('are made by one of two portals that start at once', async () => {
    const both = [1, 2].map(() => ends.portal({ createTopics: true }));
    for (const portal of both) {
      await expect(says(portal, 'connected')).resolves.toBeUndefined();
    }
  });

  it('are asked for with the command that makes them where they are not to be made, and found once they are there', async () => {
    const portal = ends.portal();
    const { commands } = made.topics;
    await says(
      portal,
      'wrong',
      new RegExp(
        `^Kafka has no topic ${commands}: make it with kafka-topics.sh --bootstrap-server \\S+ --create --topic ${commands} --partitions 4 --replication-factor 1 --config cleanup.policy=compact .*; Kafka has no topic`,
      ),
    );
    await made.make();
    await expect(says(portal, 'connected')).resolves.toBeUndefined();
  });

  it('are said to be missing by an agent, which begins once they are there', async () => {
    const agent = ends.agent('production-eu');
    const got: Array<string | null> = [];
    agent.readCommands({
      onBatch: async records =>
        void got.push(...records.map(({ value }) => value)),
    });
    await says(
      agent,
      'wrong',
      /^Kafka has no topic test\.\w+\.commands: the portal makes it/,
    );
    const portal = ends.portal({ createTopics: true });
    await says(portal, 'connected');
    await portal.sendCommands([command('production-eu', 'hello')]);
    await eventually(() => expect(got).toEqual(['hello']), PATIENCE);
    await eventually(
      () => agent.sendReports([report('production-eu', 'hi')]),
      PATIENCE,
    );
    expect(agent.state.state).toBe('connected');
  });

  it('that would have more copies than there are brokers are not made, and it is said', async () => {
    const portal = ends.portal({ createTopics: true, replicas: 99 });
    const sentence = /cannot be made: Kafka has fewer than 99 brokers; set/;
    await expect(says(portal, 'wrong', sentence)).resolves.toBeUndefined();
  });
});

describe('topics that are not as they have to be', () => {
  it('are found, with a sentence each', async () => {
    await made.make(1, {
      commands: { 'cleanup.policy': 'compact,delete' },
      reports: { 'cleanup.policy': 'compact', 'max.message.bytes': '1000' },
    });
    const portal = ends.portal();
    await says(portal, 'wrong');
    const { commands, reports } = made.topics;
    expect(portal.state.problem?.split('; ')).toEqual([
      `The topic ${commands} has cleanup.policy compact,delete: set it to compact, else a cluster that is made anew does not learn what is wished`,
      `The topic ${reports} has cleanup.policy compact: set it to delete, else all but the last report of each cluster is lost`,
      `The topic ${reports} takes messages of at most 1000 bytes: set its max.message.bytes to 500000 or more`,
    ]);
  });

  it('are in order once somebody has put them so', async () => {
    await made.make(1, { commands: { 'cleanup.policy': 'delete' } });
    const portal = ends.portal();
    await says(portal, 'wrong', /has cleanup.policy delete: set it to compact/);
    await made.asAdmin(admin =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: 2,
            name: made.topics.commands,
            configEntries: [{ name: 'cleanup.policy', value: 'compact' }],
          },
        ],
      }),
    );
    await expect(says(portal, 'connected')).resolves.toBeUndefined();
  });

  it('get no commands where they have other partitions than was said', async () => {
    await made.make();
    const portal = ends.portal({ partitions: 12 });
    await says(portal, 'wrong', /has 4 partitions, and partitions says 12/);
    await expect(
      portal.sendCommands([command('production-eu', 'astray')]),
    ).rejects.toThrow(/^Nothing is sent, since the topic .* has 4 partitions/);
  });
});

describe('what travels', () => {
  it('leaves no group behind that an agent read in', async () => {
    await made.make();
    const agent = ends.agent('production-eu');
    let isCaughtUp = false;
    agent.readCommands({
      onBatch: async (_, caughtUp) => {
        isCaughtUp = caughtUp;
      },
    });
    await eventually(() => expect(isCaughtUp).toBe(true), PATIENCE);
    const groups = () =>
      made.asAdmin(async admin =>
        (await admin.listGroups()).groups
          .map(({ groupId }) => groupId)
          .filter(id => id.startsWith(`${made.topics.commands}-agent-`)),
      );
    expect(await groups()).toEqual([
      expect.stringMatching(/-agent-production-eu-[0-9a-f-]{36}$/),
    ]);
    await agent.stop();
    const [left] = await groups();
    if (!left) return;
    // Empty, without a position: Kafka forgets it by itself.
    const { groups: described } = await made.asAdmin(admin =>
      admin.describeGroups([left]),
    );
    expect(described[0].members).toEqual([]);
  });

  it('begins with what Kafka still has where it no longer has what was not read', async () => {
    await made.make();
    const agent = ends.agent('production-eu');
    for (const value of ['1', '2', '3']) {
      await agent.sendReports([report('production-eu', value)]);
    }
    const { reports } = made.topics;
    const partition = await made.asAdmin(async admin => {
      const offsets = await admin.fetchTopicOffsets(reports);
      const { partition: found } = offsets.find(({ high }) => high === '3')!;
      await admin.deleteTopicRecords({
        topic: reports,
        partitions: [{ partition: found, offset: '2' }],
      });
      return found;
    });
    const got: Array<string | null> = [];
    ends.portal().readReports({
      startAt: async (_, asked) => (asked === partition ? 1n : undefined),
      onBatch: async records =>
        void got.push(...records.map(({ value }) => value)),
    });
    await eventually(() => expect(got).toEqual(['3']), PATIENCE);
    expect(ends.log.lines.join('\n')).toMatch(
      /Kafka no longer has what was not read/,
    );
  });

  it('is compacted to the last wish of each flag, which is all that a new agent is given', async () => {
    await made.make(1, {
      commands: {
        'min.cleanable.dirty.ratio': '0.01',
        'segment.ms': '1000',
        'max.compaction.lag.ms': '1000',
      },
    });
    const portal = ends.portal();
    const [eu] = ['production-eu'];
    for (let value = 1; value <= 50; value += 1) {
      await portal.sendCommands([
        command(eu, `a${value}`, 'a'),
        command(eu, `b${value}`, 'b'),
      ]);
    }
    await eventually(async () => {
      // What came last is not compacted: something has to come after it.
      await portal.sendCommands([command(eu, 'end', 'end')]);
      const got: Array<string | null> = [];
      let isCaughtUp = false;
      const reading = ends.agent(eu).readCommands({
        async onBatch(records, caughtUp) {
          got.push(...records.map(({ value }) => value));
          isCaughtUp = caughtUp;
        },
      });
      await eventually(() => expect(isCaughtUp).toBe(true), PATIENCE);
      await reading.stop();
      expect(got.filter(value => value !== 'end')).toEqual(['a50', 'b50']);
    }, PATIENCE);
  });
});
