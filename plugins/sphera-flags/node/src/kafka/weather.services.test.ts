import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type {
  AgentBus,
  PortalBus,
  ReceivedRecord,
  SentRecord,
} from '../bus/Bus';
import {
  clusterInEach,
  command,
  counted,
  report,
} from '../bus/__testUtils__/records';
import { EndsOfKafka } from './__testUtils__/EndsOfKafka';
import {
  describeOwnKafka,
  type GivenKafka,
  givenKafka,
} from './__testUtils__/GivenKafka';
import { TopicsOfTest } from './__testUtils__/TopicsOfTest';

jest.setTimeout(180_000);

const PATIENCE = 90_000;

/** Takes what comes, each value once and by its key, as a store does. */
class Taken {
  readonly #byKey = new Map<string | null, Array<string | null>>();
  readonly onBatch = async (records: ReceivedRecord[]) => {
    for (const { key, value } of records) {
      const before = this.#byKey.get(key) ?? [];
      if (!before.includes(value)) before.push(value);
      this.#byKey.set(key, before);
    }
  };

  of(key: string) {
    return this.#byKey.get(key) ?? [];
  }

  get all() {
    return [...this.#byKey.values()].flat();
  }
}

/** Sends a record until it is kept. */
const insist = (
  send: (records: SentRecord[]) => Promise<void>,
  record: SentRecord,
) => eventually(() => send([record]), PATIENCE);

describeOwnKafka('in bad weather', () => {
  let kafka: GivenKafka;
  let made: TopicsOfTest;
  let ends: EndsOfKafka;
  beforeAll(async () => {
    kafka = await givenKafka({ nodes: 3 });
  }, 120_000);
  afterAll(async () => {
    await kafka?.stop();
  });
  beforeEach(async () => {
    const { brokers } = kafka;
    made = await new TopicsOfTest(brokers).make(3);
    const clientId = made.topics.commands;
    ends = new EndsOfKafka({ brokers, clientId }, made);
  });
  afterEach(async () => {
    await ends?.stop();
    await made?.remove();
  });

  const readReports = (portal: PortalBus, taken: Taken) =>
    portal.readReports({
      startAt: async () => undefined,
      onBatch: taken.onBatch,
    });

  it('nothing is lost, and each cluster keeps its order, where a broker is killed and restarted among a thousand records', async () => {
    const portal = ends.portal();
    const clusters = clusterInEach(made.partitions);
    const agents = new Map<string, AgentBus>();
    const wishes = new Taken();
    for (const cluster of clusters) {
      const agent = ends.agent(cluster);
      agents.set(cluster, agent);
      // Each answers what it gets, as an agent does.
      agent.readCommands({
        async onBatch(records) {
          await wishes.onBatch(records);
          const ours = records.filter(({ key }) =>
            key?.startsWith(`${cluster}/`),
          );
          if (ours.length === 0) return;
          await agent.sendReports(
            ours.map(({ value }) => report(cluster, value!)),
          );
        },
      });
    }
    const answers = new Taken();
    readReports(portal, answers);

    const values = counted(1, 250);
    for (const value of values) {
      if (value === '60') await kafka.own!.kill(1);
      if (value === '150') await kafka.own!.restart(1);
      await Promise.all(
        clusters.map(cluster =>
          insist(portal.sendCommands, command(cluster, value)),
        ),
      );
    }
    for (const cluster of clusters) {
      await eventually(() => {
        expect(wishes.of(`${cluster}/new-checkout`)).toEqual(values);
        expect(answers.of(cluster)).toEqual(values);
      }, PATIENCE);
    }
  });

  it('what is sent to many clusters at once is all kept, where a partition moves to a broker that has answered already', async () => {
    const portal = ends.portal();
    const { commands } = made.topics;
    const toEach = clusterInEach(made.partitions).map(cluster =>
      command(cluster, 'hello'),
    );
    await eventually(() => portal.sendCommands(toEach), PATIENCE);
    const before = await made.ends(commands);
    const [moving, other] = await made.differentlyLed(commands);
    await made.lead(commands, moving, other.leader);
    await portal.sendCommands(toEach);
    const after = await made.ends(commands);
    for (const [partition, end] of before) {
      expect(after.get(partition)).toBeGreaterThan(end);
    }
  });

  it('a replica that ends without a word leaves its partitions to the other one', async () => {
    const clusters = clusterInEach(made.partitions);
    const agent = ends.agent('production-eu');
    const [dying, living] = [ends.mortalPortal(), ends.mortalPortal()];
    const [before, after] = [new Taken(), new Taken()];
    readReports(dying.portal, before);
    readReports(living.portal, after);
    await eventually(async () => {
      await agent.sendReports(clusters.map(cluster => report(cluster, 'warm')));
      expect(before.all.length).toBeGreaterThan(0);
      expect(after.all.length).toBeGreaterThan(0);
    }, PATIENCE);
    dying.die();
    await agent.sendReports(clusters.map(cluster => report(cluster, 'after')));
    await eventually(() => {
      for (const cluster of clusters)
        expect(after.of(cluster)).toContain('after');
    }, PATIENCE);
  });

  it('topics that were deleted and made anew are read from their start, and the old position is forgotten', async () => {
    const portal = ends.portal();
    const agent = ends.agent('production-eu');
    const [wishes, answers] = [new Taken(), new Taken()];
    agent.readCommands({ onBatch: wishes.onBatch });
    const positions = new Map<number, bigint>();
    portal.readReports({
      startAt: async (_, partition) => positions.get(partition),
      async onBatch(records) {
        const { partition, offset } = records.at(-1)!;
        if (offset < (positions.get(partition) ?? 0n)) return;
        positions.set(partition, offset + 1n);
        await answers.onBatch(records);
      },
      onMadeAnew: async (_, partition) => void positions.delete(partition),
    });
    for (const value of counted(1, 5)) {
      await insist(portal.sendCommands, command('production-eu', value));
      await insist(agent.sendReports, report('production-eu', value));
    }
    await eventually(() => {
      expect(wishes.all).toEqual(counted(1, 5));
      expect(answers.all).toEqual(counted(1, 5));
    }, PATIENCE);

    await made.remove();
    await eventually(() => made.make(3), PATIENCE);
    await insist(portal.sendCommands, command('production-eu', 'anew'));
    await insist(agent.sendReports, report('production-eu', 'anew'));
    await eventually(() => {
      expect(wishes.all).toContain('anew');
      expect(answers.all).toContain('anew');
    }, PATIENCE);
  });
});
