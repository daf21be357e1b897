import type { KafkaSettings } from '@sphera/plugin-flags-node';
import type { GivenOptions } from './GivenOptions';
import { checkTls } from './checkTls';
import { SettingsError } from './SettingsError';

const WITH_PASSWORD = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** How to reach Kafka. @throws SettingsError */
export function readKafka(given: GivenOptions): KafkaSettings {
  const brokers = given.list('brokers');
  if (!brokers.length) given.must('brokers');
  for (const broker of brokers) {
    const [, port] = /^\S+:(\d{1,5})$/.exec(broker) ?? [];
    if (Number(port) > 0 && Number(port) <= 65_535) continue;
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

/** Who names a user does not mean to come in as nobody. */
function refuseWithoutMechanism(given: GivenOptions): void {
  const names = ['sasl-username', 'sasl-password-file', 'aws-region'];
  const name = names.find(one => given.text(one) !== undefined);
  if (name === undefined) return;
  throw new SettingsError(
    `--${name} needs --sasl-mechanism, or FLAG_AGENT_SASL_MECHANISM in the environment`,
  );
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
  checkTls({ ca, cert, key });
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
  if (mechanism === undefined) {
    refuseWithoutMechanism(given);
    return undefined;
  }
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
