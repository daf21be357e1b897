import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
} from 'kafkajs';
import { command, report } from '../bus/__testUtils__/records';
import { EndsOfKafka } from './__testUtils__/EndsOfKafka';
import {
  describeOwnKafka,
  type GivenKafka,
  givenKafka,
} from './__testUtils__/GivenKafka';
import { TopicsOfTest } from './__testUtils__/TopicsOfTest';
import type { KafkaSettings } from './KafkaSettings';

jest.setTimeout(120_000);

const PATIENCE = 60_000;
const PORTAL = 'portal-secret-4711';
const AGENT = 'agent-secret-0815';

describeOwnKafka('a Kafka that lets nobody in', () => {
  let kafka: GivenKafka;
  let made: TopicsOfTest;
  let ends: EndsOfKafka;

  type Mechanism = 'plain' | 'scram-sha-256' | 'scram-sha-512';
  const as = (
    username: string,
    password: string,
    mechanism: Mechanism = 'scram-sha-512',
  ): KafkaSettings => ({
    brokers: kafka.brokers,
    clientId: 'sphera',
    tls: { ca: kafka.own!.certificates!.ca },
    sasl: { mechanism, username, password },
  });
  beforeAll(async () => {
    kafka = await givenKafka({
      tls: true,
      acls: true,
      users: { portal: PORTAL, agent: AGENT },
    });
  }, 120_000);
  afterAll(async () => {
    await kafka?.stop();
  });
  beforeEach(() => {
    made = new TopicsOfTest(kafka.own!.innerBrokers);
    ends = new EndsOfKafka(as('portal', PORTAL), made);
  });
  afterEach(async () => {
    await ends.stop();
    await made.remove();
  });

  const agent = (settings: Partial<KafkaSettings> = {}) =>
    ends.agent('production-eu', { ...as('agent', AGENT), ...settings });

  /** Allows a user some operations on something. */
  async function allow(
    user: string,
    resource: 'TOPIC' | 'GROUP',
    name: string,
    operations: Array<keyof typeof AclOperationTypes>,
  ) {
    const isPrefix = name.endsWith('*');
    await made.asAdmin(admin =>
      admin.createAcls({
        acl: operations.map(operation => ({
          resourceType: AclResourceTypes[resource],
          resourceName: name.replace(/\*$/, ''),
          resourcePatternType: isPrefix
            ? ResourcePatternTypes.PREFIXED
            : ResourcePatternTypes.LITERAL,
          principal: `User:${user}`,
          host: '*',
          operation: AclOperationTypes[operation],
          permissionType: AclPermissionTypes.ALLOW,
        })),
      }),
    );
  }

  /** What docs/flags.md lists, and nothing else. */
  async function allowWhatIsListed() {
    const { commands, reports } = made.topics;
    await allow('portal', 'TOPIC', commands, ['WRITE', 'DESCRIBE_CONFIGS']);
    await allow('portal', 'TOPIC', reports, ['READ', 'DESCRIBE_CONFIGS']);
    await allow('portal', 'GROUP', 'sphera-portal', ['READ']);
    await allow('agent', 'TOPIC', commands, ['READ']);
    await allow('agent', 'TOPIC', reports, ['WRITE']);
    await allow('agent', 'GROUP', 'sphera-agent-production-eu-*', ['READ']);
  }

  const says = (
    end: { state: { state: string; problem?: string } },
    state: string,
    problem = /^/,
  ) =>
    eventually(() => {
      expect(end.state.state).toBe(state);
      expect(end.state.problem ?? '').toMatch(problem);
    }, PATIENCE);

  /** Everything that was said, and the states of what is open. */
  const said = (...open: Array<{ state: unknown }>) =>
    JSON.stringify([ends.log, ...open.map(({ state }) => state)], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );

  /** A command there and a report back. */
  async function roundTrip(settings: Partial<KafkaSettings> = {}) {
    const one = agent(settings);
    const portal = ends.portal();
    const got: Array<string | null> = [];
    one.readCommands({
      async onBatch(records) {
        if (records.length === 0) return;
        await one.sendReports([report('production-eu', records[0].value!)]);
      },
    });
    portal.readReports({
      startAt: async () => undefined,
      onBatch: async records =>
        void got.push(...records.map(({ value }) => value)),
    });
    await eventually(
      () => portal.sendCommands([command('production-eu', 'hi')]),
      PATIENCE,
    );
    await eventually(() => expect(got).toContain('hi'), PATIENCE);
    await says(portal, 'connected');
    await says(one, 'connected');
  }

  it.each<Mechanism>(['plain', 'scram-sha-256', 'scram-sha-512'])(
    'lets an agent in by %s over TLS, and both ends do with the ACLs that the documentation lists',
    async mechanism => {
      await made.make();
      await allowWhatIsListed();
      const there = roundTrip(as('agent', AGENT, mechanism));
      await expect(there).resolves.toBeUndefined();
    },
  );

  it('lets the portal make its topics where Create is allowed, too', async () => {
    await allowWhatIsListed();
    const portal = ends.portal({ createTopics: true });
    await says(portal, 'wrong', /cannot be made: allow Create on the topic/);
    for (const topic of Object.values(made.topics)) {
      await allow('portal', 'TOPIC', topic, ['CREATE']);
    }
    await expect(says(portal, 'connected')).resolves.toBeUndefined();
  });

  it('names the ACL that is missing', async () => {
    await made.make();
    const { commands, reports } = made.topics;
    const portal = ends.portal();
    await says(
      portal,
      'wrong',
      new RegExp(`it takes an ACL that allows \\w+ on the topic ${commands}`),
    );
    await expect(
      portal.sendCommands([command('production-eu', 'no')]),
    ).rejects.toThrow(
      `it takes an ACL that allows Write on the topic ${commands}`,
    );
    const one = agent();
    await expect(
      one.sendReports([report('production-eu', 'no')]),
    ).rejects.toThrow(
      `it takes an ACL that allows Write on the topic ${reports}`,
    );
    one.readCommands({ onBatch: async () => {} });
    await says(
      one,
      'wrong',
      new RegExp(`allows Read on the topic ${commands}`),
    );
    await allow('agent', 'TOPIC', commands, ['READ']);
    await allow('agent', 'TOPIC', reports, ['WRITE']);
    const other = agent({ clientId: 'other' });
    other.readCommands({ onBatch: async () => {} });
    await says(
      other,
      'wrong',
      /allows Read on all groups that begin with other-agent-production-eu-/,
    );
  });

  it('does not let a wrong password in, which is said without it', async () => {
    await made.make();
    for (const mechanism of ['plain', 'scram-sha-256'] as const) {
      const one = agent(as('agent', 'a-guess-of-mine', mechanism));
      one.readCommands({ onBatch: async () => {} });
      await says(
        one,
        'wrong',
        new RegExp(
          `^Kafka did not let us in: check username and password in sasl, and that ${mechanism}`,
        ),
      );
      await expect(
        one.sendReports([report('production-eu', 'no')]),
      ).rejects.toThrow(/^Kafka did not let us in/);
      expect(said(one)).not.toContain('guess');
    }
  });

  it('is not trusted where nobody says who signed its certificate, nor where it is for another name', async () => {
    await made.make();
    const stranger = agent({ tls: {} });
    stranger.readCommands({ onBatch: async () => {} });
    await says(stranger, 'wrong', /signed by somebody unknown: .* tls\.ca/);

    const { ca } = kafka.own!.certificates!;
    const misnamed = agent({ tls: { ca, serverName: 'elsewhere.example' } });
    misnamed.readCommands({ onBatch: async () => {} });
    const sentence = /is for another name: .* tls\.serverName/;
    await expect(says(misnamed, 'wrong', sentence)).resolves.toBeUndefined();
  });

  it('may prove itself by another name, and take a certificate of ours', async () => {
    await made.make();
    await allowWhatIsListed();
    const { ca, cert, key } = kafka.own!.certificates!;
    await roundTrip({ tls: { ca, cert, key, serverName: 'kafka.example' } });
    expect(said()).not.toContain(key.split('\n')[1]);
  });

  it('never has a password or a key in what is said', async () => {
    await made.make();
    await allowWhatIsListed();
    await roundTrip();
    expect(ends.log.details.length).toBeGreaterThan(0);
    for (const secret of [PORTAL, AGENT]) expect(said()).not.toContain(secret);
  });
});
