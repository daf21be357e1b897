import type { ConnectionOptions } from 'node:tls';
import type { KafkaConfig, SASLOptions } from 'kafkajs';
import type { KafkaSettings } from '../KafkaSettings';
import { awsToken } from './awsToken';

/** Where Kafka is and how to get in, as kafkajs wants it. */
export function accessOf(
  settings: KafkaSettings,
): Pick<KafkaConfig, 'brokers' | 'clientId' | 'ssl' | 'sasl'> {
  const { brokers, clientId, tls, sasl } = settings;
  return {
    brokers,
    clientId,
    ...(tls && { ssl: tlsOf(tls) }),
    ...(sasl && { sasl: saslOf(sasl) }),
  };
}

function tlsOf({
  ca,
  cert,
  key,
  serverName,
}: NonNullable<KafkaSettings['tls']>): ConnectionOptions {
  return {
    ...(ca && { ca: [ca] }),
    ...(cert && { cert }),
    ...(key && { key }),
    ...(serverName && { servername: serverName }),
  };
}

function saslOf(sasl: NonNullable<KafkaSettings['sasl']>): SASLOptions {
  if (sasl.mechanism !== 'aws-iam') return { ...sasl };
  const { region } = sasl;
  return {
    mechanism: 'oauthbearer',
    oauthBearerProvider: async () => ({ value: await awsToken(region) }),
  };
}
