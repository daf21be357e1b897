import { TestDatabases } from '@backstage/backend-test-utils';
import { RealKafka } from '@sphera/dev-fleet';
import { describeOwnKafka } from '@sphera/plugin-flags-node/testUtils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './__testUtils__/asking';
import { AgentProcess } from './__testUtils__/crash/AgentProcess';
import { ReplicaProcess } from './__testUtils__/crash/ReplicaProcess';
import { change, createNumbers } from './__testUtils__/kafka/changing';
import { startStorm, type Storm } from './__testUtils__/kafka/startStorm';
import { CLUSTERS } from './__testUtils__/settings';
import { allOf, expectSettled } from './__testUtils__/settled';
import type { Knex } from 'knex';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['MYSQL_8'] });
const PATIENCE = 150_000;
const [MORTAL, ...OTHERS] = CLUSTERS;

describeOwnKafka('where processes are killed', () => {
  let kafka: RealKafka;
  let database: Knex;
  let storm: Storm;
  let agent: AgentProcess;
  beforeAll(async () => {
    kafka = await RealKafka.start();
    database = await databases.init('MYSQL_8');
    const { brokers } = kafka;
    storm = await startStorm({
      database,
      brokers,
      replicas: 1,
      agents: OTHERS,
    });
    const { transport, topics } = storm.settings;
    agent = await AgentProcess.make(MORTAL, transport.kafka, topics);
    agent.start();
  });
  afterAll(async () => {
    await agent?.remove();
    await storm?.stop();
    await kafka?.stop();
  });

  const settled = () =>
    expectSettled(storm.portal.dana, [agent, ...storm.agents], PATIENCE);

  /** Takes the turn from the replica that stays until the other one has it. */
  const passTheTurn = async () => {
    const nobody = { held_by: null, held_until: 0 };
    const [{ held_by: staying }] = await database('flag_turn');
    await eventually(async () => {
      await database('flag_turn').where({ held_by: staying }).update(nobody);
      const [{ held_by: by }] = await database('flag_turn');
      expect([null, staying]).not.toContain(by);
    }, PATIENCE);
  };

  /** Waits until the agent writes its file: it is in the midst of it. */
  const wrote = async () => {
    const before = JSON.stringify(await agent.flags());
    await eventually(async () => {
      expect(JSON.stringify(await agent.flags())).not.toBe(before);
    }, PATIENCE);
  };

  it('an agent that is killed again and again among changes follows in the end, its file whole at every moment', async () => {
    const { dana } = storm.portal;
    const flags = Array.from({ length: 8 }, (_, n) => `agent-${n}`);
    await createNumbers(dana, flags);
    await settled();
    for (let n = 0; n < 3; n++) {
      const changing = change([dana], flags, 100);
      await wrote();
      await agent.kill();
      agent.start();
      await changing;
    }
    await settled();
    expect(Object.keys(await agent.flags()).sort()).toEqual(flags);
  });

  it('a replica of the portal that is killed among changes leaves what it accepted to another one', async () => {
    const { dana } = storm.portal;
    const { settings } = storm;
    const { client, connection } = database.client.config;
    // Knex hides it from whoever copies.
    const { password } = connection;
    const mortal = await ReplicaProcess.start({
      database: { client, connection: { ...connection, password } },
      settings,
    });
    await passTheTurn();

    const flags = Array.from({ length: 8 }, (_, n) => `replica-${n}`);
    await createNumbers(dana, flags);
    let accepted = 0;
    const asking = Promise.all(
      flags.map(async (flag, lane) => {
        for (let n = 0; ; n++) {
          await mortal.ask('set-flag', {
            flag,
            variants: { value: 1_000 * lane + n },
            reason: 'a test',
          });
          accepted += 1;
        }
      }),
    );
    asking.catch(() => {});
    await Promise.race([
      // Nothing of it fails as long as it lives.
      asking,
      eventually(async () => expect(accepted).toBeGreaterThan(100), PATIENCE),
    ]);
    await mortal.kill();
    await asking.catch(() => {});
    await settled();
    const changes = await allOf(dana, 'list-changes');
    const sets = changes.filter(
      ({ kind, flag }) => kind === 'set' && flag.startsWith('replica-'),
    );
    expect(sets.length).toBeGreaterThanOrEqual(accepted);
    const { queued } = await answered(dana, 'get-messaging');
    expect(queued).toBe(0);
  });
});
