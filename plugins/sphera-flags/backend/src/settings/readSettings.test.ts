import { generateKeyPairSync } from 'node:crypto';
import { read } from './__testUtils__/read';

const kafka = (more: object = {}) =>
  read({
    transport: { kafka: { brokers: ['kafka.example:9092'], ...more } },
  }).transport;

describe('the settings of flags', () => {
  it('may be absent: there is no way to the clusters then', () => {
    expect(read({})).toEqual({
      transport: undefined,
      topics: {
        commands: 'sphera.flags.commands.v1',
        reports: 'sphera.flags.reports.v1',
      },
      partitions: 12,
      replicas: 3,
      signing: undefined,
      clusters: ['s', 'a', 'b', 'c'],
      rings: [
        { name: 'staging', clusters: ['s'] },
        { name: 'production', clusters: ['a', 'b', 'c'] },
      ],
      soakMs: 600_000,
      silentAfterMs: 120_000,
      acknowledgeWithinMs: 300_000,
      resendAfterMs: 60_000,
      readyAfterMs: 30 * 86_400_000,
      keepHistoryMs: 730 * 86_400_000,
      guardrails: [],
      firstFlags: [],
    });
  });

  it('take lengths of time, topics and limits', () => {
    expect(
      read({
        topics: { commands: 'acme.flags' },
        partitions: 48,
        replicas: 1,
        soak: 'PT0S',
        silentAfter: { seconds: 90 },
        readyToRemoveAfter: 'P1W',
        keepHistory: 'P90D',
        guardrails: [{ environment: 'production', atMostClusters: 2 }],
      }),
    ).toMatchObject({
      topics: { commands: 'acme.flags', reports: 'sphera.flags.reports.v1' },
      partitions: 48,
      replicas: 1,
      soakMs: 0,
      silentAfterMs: 90_000,
      readyAfterMs: 7 * 86_400_000,
      keepHistoryMs: 90 * 86_400_000,
      guardrails: [{ environment: 'production', atMostClusters: 2 }],
    });
  });

  it('take the private key that commands are signed with', () => {
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const privateKey = key.export({ format: 'pem', type: 'pkcs8' });
    const signing = { key: 'portal-2026', privateKey };
    expect(read({ signing }).signing).toEqual(signing);
  });

  it('take the first flags as create-flag does, with a reason where they have none', () => {
    const flag = {
      flag: 'new-checkout',
      service: 'payments',
      type: 'boolean',
      variants: { on: true, off: false },
      defaultVariant: 'off',
    };
    expect(
      read({ firstFlags: [flag, { ...flag, flag: 'b', reason: 'why not' }] })
        .firstFlags,
    ).toEqual([
      { ...flag, reason: 'It is one of the first flags in the configuration' },
      { ...flag, flag: 'b', reason: 'why not' },
    ]);
  });
});

describe('the way to the clusters', () => {
  it('is Kafka, without TLS and without signing in unless they say so', () => {
    expect(kafka()).toEqual({
      kind: 'kafka',
      kafka: { brokers: ['kafka.example:9092'], clientId: 'sphera' },
      createTopics: true,
    });
  });

  it('may be TLS with the authorities of the system, or those that are named', () => {
    expect(kafka({ tls: true })).toMatchObject({ kafka: { tls: {} } });
    const ca = '-----BEGIN CERTIFICATE-----\n…';
    const tls = { ca, serverName: 'kafka.internal' };
    expect(kafka({ tls })).toMatchObject({ kafka: { tls } });
  });

  it.each([
    { mechanism: 'plain', username: 'portal', password: 's3cr3t' },
    { mechanism: 'scram-sha-256', username: 'portal', password: 's3cr3t' },
    { mechanism: 'scram-sha-512', username: 'portal', password: 's3cr3t' },
    { mechanism: 'aws-iam', region: 'eu-central-1' },
  ])('may be signed in to: $mechanism', sasl => {
    expect(kafka({ sasl })).toMatchObject({ kafka: { sasl } });
  });

  it('may be a log, to try things out', () => {
    const log = 'http://127.0.0.1:7008/flags/log';
    expect(read({ transport: { log } }).transport).toEqual({
      kind: 'log',
      url: log,
    });
  });
});

describe('the clusters and their rings', () => {
  const rings = (written: object[], more: object = {}) =>
    read({ rings: written, ...more }).rings;

  it('are some of the fleet, in its order', () => {
    const settings = read({ clusters: ['c', 's'] });
    expect(settings.clusters).toEqual(['s', 'c']);
    expect(settings.rings).toEqual([
      { name: 'staging', clusters: ['s'] },
      { name: 'production', clusters: ['c'] },
    ]);
  });

  it('are named one by one, or by place, where a ring takes what no other does by name', () => {
    expect(
      rings([
        { name: 'staging', environment: 'staging' },
        { name: 'canary', clusters: ['b'] },
        { name: 'europe', region: 'eu' },
        { name: 'world', environment: 'production' },
      ]),
    ).toEqual([
      { name: 'staging', clusters: ['s'] },
      { name: 'canary', clusters: ['b'] },
      { name: 'europe', clusters: ['a'] },
      { name: 'world', clusters: ['c'] },
    ]);
  });

  it('end with a ring of what is left', () => {
    expect(
      rings([{ name: 'american', environment: 'production', region: 'us' }]),
    ).toEqual([
      { name: 'american', clusters: ['c'] },
      { name: 'rest', clusters: ['s', 'a', 'b'] },
    ]);
  });
});
