import { generateKeyPairSync } from 'node:crypto';
import { refusal } from './__testUtils__/read';

const kafka = (more: object) => ({
  transport: { kafka: { brokers: ['kafka.example:9092'], ...more } },
});
const rings = (...all: object[]) => ({ rings: all });
const flag = {
  flag: 'new-checkout',
  service: 'payments',
  type: 'boolean',
  variants: { on: true, off: false },
  defaultVariant: 'off',
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();

describe('settings of flags that are wrong stop the start, and the key is named', () => {
  it('as they begin, they are good', () => {
    expect(refusal(kafka({}))).toBe('they are good');
    expect(refusal({ firstFlags: [flag] })).toBe('they are good');
  });

  it.each<[object, string | RegExp]>([
    [{ brokers: [] }, "sphera.flags: Unrecognized key(s) in object: 'brokers'"],
    [{ transport: {} }, 'transport: must have either kafka or log'],
    [
      { transport: { ...kafka({}).transport, log: 'http://x.example' } },
      'transport: must have either kafka or log',
    ],
    [{ transport: { log: 'x' } }, 'transport.log: must be an address'],
    [
      { transport: { log: 'http://a:s3cr3t@x.example' } },
      'transport.log: must not hold credentials',
    ],
    [
      { transport: { kafka: {} } },
      'transport.kafka.brokers: is missing: some brokers',
    ],
    [kafka({ brokers: [] }), 'kafka.brokers: must name at least one broker'],
    [
      kafka({ brokers: ['kafka'] }),
      'kafka.brokers[0]: must be a broker as host:port, like kafka-1.example.com:9092',
    ],
    [kafka({ clientId: 'a b' }), 'kafka.clientId: must be letters, digits'],
    [
      kafka({ tls: 'yes' }),
      'kafka.tls: must be true, or have some of ca, cert, key and serverName',
    ],
    [kafka({ tls: { ca: '/ca.pem' } }), 'kafka.tls.ca: must be PEM'],
    [
      kafka({ tls: { cert: '-----BEGIN CERTIFICATE-----' } }),
      'kafka.tls: must have both cert and key, or neither',
    ],
    [
      kafka({ sasl: { mechanism: 'gssapi' } }),
      'kafka.sasl.mechanism: must be one of plain, scram-sha-256, scram-sha-512, aws-iam',
    ],
    [
      kafka({ sasl: { mechanism: 'plain', username: 'portal' } }),
      'kafka.sasl.password: is missing',
    ],
    [
      kafka({ sasl: { mechanism: 'aws-iam' } }),
      'kafka.sasl.region: is missing',
    ],
    [
      { topics: { commands: 'a/b' } },
      'topics.commands: must be the name of a topic',
    ],
    [
      { topics: { reports: 'sphera.flags.commands.v1' } },
      'topics.reports: must be another topic than that of the commands',
    ],
    [{ partitions: 0 }, 'partitions: must be a whole number from 1 to 10000'],
    [{ replicas: 1.5 }, 'replicas: must be a whole number from 1 to 100'],
    [{ soak: 'soon' }, 'soak: must be a length of time'],
    [{ keepHistory: 'PT23H' }, 'keepHistory: must be at least a day'],
    [{ silentAfter: 'PT0S' }, 'silentAfter: must be at least one second'],
    [
      { signing: { key: 'a', privateKey: 'b' } },
      'signing.privateKey: must be a private key of Ed25519 in PEM',
    ],
    [
      { signing: { key: 'a', privateKey: rsa } },
      'signing.privateKey: must be a private key of Ed25519 in PEM',
    ],
    [
      { signing: { key: 'a:b', privateKey: 'b' } },
      'signing.key: must be the id of a key',
    ],
    [{ clusters: [] }, 'clusters: must name at least one cluster'],
    [
      { clusters: ['s', 'mars'] },
      'clusters[1]: "mars" is not one of sphera.fleet.clusters (s, a, b, c)',
    ],
    [rings(), 'rings: must have at least one ring, or be left out'],
    [
      rings({ name: 'x' }),
      'rings[0]: must have either clusters, or an environment, a region or both',
    ],
    [
      rings({ name: 'x', clusters: ['a'], region: 'eu' }),
      'rings[0]: must have either clusters',
    ],
    [
      rings({ name: 'X', clusters: ['a'] }),
      'rings[0].name: must be the name of a ring, like canary',
    ],
    [
      rings({ name: 'x', clusters: ['a', 'mars'] }),
      'rings[0].clusters[1]: "mars" is not one of sphera.fleet.clusters',
    ],
    [
      rings({ name: 'x', region: 'mars' }),
      'rings[0].region: "mars" is not one of sphera.fleet.regions',
    ],
    [
      rings({ name: 'x', environment: 'prod' }),
      'rings[0].environment: "prod" is not one of sphera.fleet.environments',
    ],
    [
      { clusters: ['s'], ...rings({ name: 'x', clusters: ['a'] }) },
      'rings[0].clusters[0]: "a" is not one of sphera.flags.clusters',
    ],
    [
      rings({ name: 'x', clusters: ['a'] }, { name: 'y', clusters: ['a'] }),
      'rings[1].clusters[0]: "a" is already in rings[0]; a cluster is in one ring only',
    ],
    [
      rings({ name: 'x', clusters: ['a'] }, { name: 'x', clusters: ['b'] }),
      'rings[1].name: "x" is already the name of rings[0]',
    ],
    [
      rings({ name: 'rest', clusters: ['a'] }),
      'rings[0].name: must not be "rest"',
    ],
    [
      rings({ name: 'x', region: 'us' }, { name: 'y', region: 'us' }),
      'rings[1]: takes no cluster',
    ],
    [
      { guardrails: [{ environment: 'prod', atMostClusters: 1 }] },
      'guardrails[0].environment: "prod" is not one of',
    ],
    [
      { guardrails: [{ atMostClusters: 0 }] },
      'guardrails[0].atMostClusters: must be a whole number from 1',
    ],
    [{ firstFlags: ['new-checkout'] }, 'firstFlags[0]: must be a flag'],
    [
      { firstFlags: [{ ...flag, flag: 'New Checkout' }] },
      'firstFlags[0].flag: must be the key of a flag',
    ],
    [
      { firstFlags: [{ ...flag, type: undefined }] },
      'firstFlags[0].type: is missing',
    ],
    [
      { firstFlags: [flag, flag] },
      'firstFlags[1].flag: "new-checkout" is already the key of firstFlags[0]',
    ],
    [
      { firstFlags: [{ ...flag, clusters: ['a', 'mars'] }] },
      /firstFlags\[0\]\.clusters\[1\]: "mars" is not one of sphera\.fleet\.clusters$/,
    ],
    [
      { clusters: ['a'], firstFlags: [{ ...flag, clusters: ['b'] }] },
      /firstFlags\[0\]\.clusters\[0\]: "b" is not one of sphera\.flags\.clusters$/,
    ],
  ])('%j: %s', (settings, sentence) => {
    expect(refusal(settings)).toMatch(sentence);
  });

  it('without a word of passwords, keys and credentials in addresses', () => {
    const secret = 's3cr3t-Xw4kPz8v';
    const sasl = { mechanism: 'plain', password: secret };
    expect(refusal(kafka({ sasl }))).toMatch(/is missing/);
    for (const settings of [
      kafka({ sasl }),
      kafka({ sasl: { mechanism: secret } }),
      kafka({ tls: { key: secret } }),
      { transport: { log: `http://a:${secret}@x.example` } },
      { signing: { key: 'a', privateKey: secret } },
      {
        signing: {
          key: 'a',
          privateKey: `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
        },
      },
    ]) {
      expect(refusal(settings)).toMatch(/^The settings of flags are wrong: /);
      expect(refusal(settings)).not.toContain('s3cr3t');
    }
  });
});
