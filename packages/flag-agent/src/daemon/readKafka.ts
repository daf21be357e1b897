import type { KafkaSettings } from '@sphera/plugin-flags-node';
import type { GivenOptions } from './GivenOptions';
import { SettingsError } from './SettingsError';

const WITH_PASSWORD = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How to reach Kafka. @throws SettingsError */
export function readKafka(given: GivenOptions): KafkaSettings {
  const brokers = given.list('brokers');
  if (!brokers.length) given.must('brokers');
  for (const broker of brokers) {
    if (/^\S+:\d{1,5}$/.test(broker)) continue;
    throw new SettingsError(
      `--brokers must be host:port, with commas between several, and "${broker}" is not`,
    );
  }
  const tls = readTls(given);
  const sasl = readSasl(given);
  return {
    brokers,
    clientId: given.text('client-id') ?? 'sphera-flags',
    ...(tls && { tls }),
    ...(sasl && { sasl }),
  };
}

function readTls(given: GivenOptions): KafkaSettings['tls'] {
  const ca = given.file('tls-ca-file');
  const cert = given.file('tls-cert-file');
  const key = given.file('tls-key-file');
  const serverName = given.text('tls-server-name');
  if ((cert === undefined) !== (key === undefined)) {
    throw new SettingsError(
      '--tls-cert-file and --tls-key-file belong together: set both or none',
    );
  }
  const tls = {
    ...(ca && { ca }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(serverName && { serverName }),
  };
  return given.has('tls') || Object.keys(tls).length ? tls : undefined;
}

function readSasl(given: GivenOptions): KafkaSettings['sasl'] {
  const mechanism = given.text('sasl-mechanism');
  if (mechanism === undefined) return undefined;
  if (mechanism === 'aws-iam') {
    return { mechanism, region: given.must('aws-region') };
  }
  const known = WITH_PASSWORD.find(one => one === mechanism);
  if (!known) {
    throw new SettingsError(
      `--sasl-mechanism must be ${WITH_PASSWORD.join(', ')} or aws-iam`,
    );
  }
  const username = given.must('sasl-username');
  const password = given.secret('sasl-password');
  if (password) return { mechanism: known, username, password };
  throw new SettingsError(
    'The password for Kafka is missing: set FLAG_AGENT_SASL_PASSWORD in the environment, or --sasl-password-file',
  );
}
