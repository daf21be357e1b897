import type { KafkaSettings } from '../KafkaSettings';
import { causesOf, type Cause } from './causesOf';
import { type Attempt, KafkaProblem, type Problem } from './Problem';

/** Makes a sentence of what kafkajs threw. */
export function problemOf(
  error: unknown,
  settings: KafkaSettings,
  attempt: Attempt,
): Problem {
  if (error instanceof KafkaProblem) return error.problem;
  const causes = causesOf(error);
  for (const cause of causes) {
    const sentence =
      notAllowed(cause, attempt) ??
      notLetIn(cause, settings) ??
      notTrusted(cause) ??
      notTaken(cause, attempt);
    if (sentence) return { state: 'wrong', sentence };
  }
  return { state: 'away', sentence: away(causes, settings) };
}

function notAllowed(
  { type }: Cause,
  { operation, topic, group }: Attempt,
): string | undefined {
  switch (type) {
    case 'TOPIC_AUTHORIZATION_FAILED':
      return `Kafka does not allow it: it takes an ACL that allows ${operation} on the topic ${topic}`;
    case 'GROUP_AUTHORIZATION_FAILED':
      return `Kafka does not allow it: it takes an ACL that allows Read on ${groupIn(
        group,
      )}`;
    case 'CLUSTER_AUTHORIZATION_FAILED':
      return `Kafka does not allow it: it takes an ACL that allows ${operation} on the topic ${topic}, or IdempotentWrite on the cluster where Kafka is older than 3.0`;
    default:
      return undefined;
  }
}

function groupIn(group = 'the group'): string {
  return group.endsWith('*')
    ? `all groups that begin with ${group.slice(0, -1)}`
    : `the group ${group}`;
}

function notLetIn(
  { name, type, message }: Cause,
  { sasl }: KafkaSettings,
): string | undefined {
  const mechanism = sasl?.mechanism;
  if (
    type === 'UNSUPPORTED_SASL_MECHANISM' ||
    /not supported by the server/.test(message)
  ) {
    return `Kafka does not offer ${mechanism} there: name another mechanism in sasl, or another address in brokers`;
  }
  if (
    name !== 'KafkaJSSASLAuthenticationError' &&
    type !== 'SASL_AUTHENTICATION_FAILED'
  ) {
    return undefined;
  }
  return mechanism === 'aws-iam'
    ? 'Kafka did not let us in with what AWS knows us by: check the identity, its policy (kafka-cluster:Connect) and sasl.region'
    : `Kafka did not let us in: check username and password in sasl, and that ${mechanism} is how this user signs in`;
}

function notTrusted({ code = '', message }: Cause): string | undefined {
  const about = `${code} ${message}`;
  if (/ALTNAME|altnames/.test(about)) {
    return 'The certificate of Kafka is for another name: say which in tls.serverName, or name the brokers as their certificates do';
  }
  if (/SELF_SIGNED|self-signed|UNABLE_TO|unable to (get|verify)/.test(about)) {
    return 'The certificate of Kafka is signed by somebody unknown: give the certificate of who signed it in tls.ca';
  }
  if (/CERT_HAS_EXPIRED|certificate has expired/.test(about)) {
    return 'The certificate of Kafka has expired';
  }
  if (/wrong version number|WRONG_VERSION|packet length too long/.test(about)) {
    return 'Kafka does not speak TLS there: leave out tls, or name another address in brokers';
  }
  return undefined;
}

function notTaken({ type }: Cause, { topic }: Attempt): string | undefined {
  switch (type) {
    case 'UNKNOWN_TOPIC_OR_PARTITION':
      return `Kafka has no topic ${topic}: the portal makes it when it starts, where that is wanted and allowed, or whoever runs Kafka does`;
    case 'MESSAGE_TOO_LARGE':
    case 'RECORD_LIST_TOO_LARGE':
      return `Kafka takes no message of this size: raise max.message.bytes of the topic ${topic}`;
    case 'NOT_ENOUGH_REPLICAS':
    case 'NOT_ENOUGH_REPLICAS_AFTER_APPEND':
      return `Kafka takes nothing for the topic ${topic}, since too few of its copies are in sync: too many brokers are down`;
    case 'TOPIC_CONFIG_POLICY_VIOLATION':
    case 'POLICY_VIOLATION':
      return `Kafka has a policy that forbids the settings of the topic ${topic}: whoever runs Kafka has to make it`;
    default:
      return undefined;
  }
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'the connection is refused',
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'names of hosts cannot be looked up',
  ETIMEDOUT: 'nobody answers',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ECONNRESET: 'the connection was ended',
};

function away(causes: Cause[], { brokers }: KafkaSettings): string {
  const where = brokers.join(', ');
  const known = causes.map(({ code }) => code && WORDS[code]).find(Boolean);
  if (known) return `Kafka does not answer at ${where}: ${known}`;
  const { type, message = 'no reason was given' } = causes.at(-1) ?? {};
  const reason = message.replace(/\.$/, '');
  return type
    ? `Kafka is not ready at ${where}: ${reason}`
    : `Kafka does not answer at ${where}: ${reason}`;
}
