import type { KafkaSettings } from '../KafkaSettings';
import { KafkaProblem } from './Problem';
import { problemOf } from './problemOf';

const settings: KafkaSettings = {
  brokers: ['kafka-1:9092', 'kafka-2:9092'],
  clientId: 'sphera',
  sasl: { mechanism: 'plain', username: 'portal', password: 'secret-4711' },
};
const reading = {
  operation: 'Read',
  topic: 'commands',
  group: 'sphera-agent-production-eu-*',
} as const;

const problem = (error: unknown, others: Partial<KafkaSettings> = {}) =>
  problemOf(error, { ...settings, ...others }, reading);

/** As kafkajs wraps it when it has tried often enough. */
const wrapped = (cause: object) =>
  Object.assign(new Error('Number of retries exceeded'), {
    name: 'KafkaJSNumberOfRetriesExceeded',
    cause: Object.assign(new Error('inner'), { cause }),
  });

const away = (reason: string) => ({
  state: 'away',
  sentence: `Kafka does not answer at kafka-1:9092, kafka-2:9092: ${reason}`,
});

describe('a problem with Kafka', () => {
  it.each([
    ['ECONNREFUSED', 'the connection is refused'],
    ['ENOTFOUND', 'there is no host of this name'],
    ['ETIMEDOUT', 'nobody answers'],
  ])('is that it is away where Node.js says %s', (code, reason) => {
    expect(problem(wrapped({ name: 'KafkaJSConnectionError', code }))).toEqual(
      away(reason),
    );
  });

  it('that nobody foresaw is that it is away, in the words of kafkajs', () => {
    expect(problem(new Error('It is odd.'))).toEqual(away('It is odd'));
    expect(problem('odd')).toEqual(away('no reason was given'));
  });

  it('that passes by itself is that Kafka is not ready', () => {
    const type = 'GROUP_LOAD_IN_PROGRESS';
    const message = 'The coordinator is loading';
    expect(problem(wrapped({ type, message }))).toEqual({
      state: 'away',
      sentence:
        'Kafka is not ready at kafka-1:9092, kafka-2:9092: The coordinator is loading',
    });
  });

  it.each([
    [
      'TOPIC_AUTHORIZATION_FAILED',
      /ACL that allows Read on the topic commands$/,
    ],
    [
      'GROUP_AUTHORIZATION_FAILED',
      /ACL that allows Read on all groups that begin with sphera-agent-production-eu-$/,
    ],
    ['CLUSTER_AUTHORIZATION_FAILED', /or IdempotentWrite on the cluster/],
    ['SASL_AUTHENTICATION_FAILED', /^Kafka did not let us in: check username/],
    ['UNSUPPORTED_SASL_MECHANISM', /^Kafka does not offer plain there/],
    ['UNKNOWN_TOPIC_OR_PARTITION', /^Kafka has no topic commands: the portal/],
    ['MESSAGE_TOO_LARGE', /raise max.message.bytes of the topic commands$/],
    ['NOT_ENOUGH_REPLICAS', /too many brokers are down$/],
    ['POLICY_VIOLATION', /^Kafka has a policy that forbids/],
  ])('of the type %s is for somebody to mend', (type, sentence) => {
    const found = problem(wrapped({ name: 'KafkaJSProtocolError', type }));
    expect(found.state).toBe('wrong');
    expect(found.sentence).toMatch(sentence);
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /signed by somebody unknown/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /signed by somebody unknown/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /for another name/],
    ['CERT_HAS_EXPIRED', /has expired$/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak TLS there/],
  ])('of TLS, %s, is for somebody to mend', (code, sentence) => {
    const found = problem(wrapped({ name: 'KafkaJSConnectionError', code }));
    expect(found).toMatchObject({
      state: 'wrong',
      sentence: expect.stringMatching(sentence),
    });
  });

  it('is the one that was found by ourselves', () => {
    const own = { state: 'wrong', sentence: 'It is odd' } as const;
    expect(problem(new KafkaProblem(own))).toEqual(own);
  });

  it('is found among several that kafkajs throws together', () => {
    const errors = [{ type: 'TOPIC_AUTHORIZATION_FAILED' }];
    expect(problem(Object.assign(new Error('all'), { errors })).state).toBe(
      'wrong',
    );
  });

  it('with AWS is not about a password', () => {
    const sasl = { mechanism: 'aws-iam', region: 'eu-central-1' } as const;
    const error = { name: 'KafkaJSSASLAuthenticationError', message: 'no' };
    expect(problem(error, { sasl }).sentence).toMatch(
      /AWS knows us by: .* sasl\.region$/,
    );
  });

  it('is found though causes go round in a circle', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(problem(error)).toEqual(away('round'));
  });
});
