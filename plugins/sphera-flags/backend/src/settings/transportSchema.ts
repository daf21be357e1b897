import { z } from 'zod/v3';
import { address, text } from './texts';

const broker = z
  .string()
  .regex(
    /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]+):\d{1,5}$/,
    'must be a broker as host:port, like kafka-1.example.com:9092',
  );

const pem = text.refine(
  written => written.includes('-----BEGIN '),
  'must be PEM, which begins with -----BEGIN; take it from a file by $file',
);

const tls = z
  .object({
    ca: pem.optional(),
    cert: pem.optional(),
    key: pem.optional(),
    serverName: text.optional(),
  })
  .strict()
  .refine(({ cert, key }) => Boolean(cert) === Boolean(key), {
    message: 'must have both cert and key, or neither',
  });

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512', 'aws-iam'];

const withPassword = { username: text, password: text };
const sasl = z.discriminatedUnion(
  'mechanism',
  [
    z.object({ mechanism: z.literal('plain'), ...withPassword }).strict(),
    z
      .object({ mechanism: z.literal('scram-sha-256'), ...withPassword })
      .strict(),
    z
      .object({ mechanism: z.literal('scram-sha-512'), ...withPassword })
      .strict(),
    z.object({ mechanism: z.literal('aws-iam'), region: text }).strict(),
  ],
  {
    errorMap: (issue, { defaultError }) => ({
      message:
        issue.code === z.ZodIssueCode.invalid_union_discriminator
          ? `must be one of ${MECHANISMS.join(', ')}`
          : defaultError,
    }),
  },
);

const kafka = z
  .object({
    brokers: z
      .array(broker, { required_error: 'is missing: some brokers' })
      .min(1, 'must name at least one broker'),
    clientId: z
      .string()
      .regex(
        /^[A-Za-z0-9._-]{1,100}$/,
        'must be letters, digits, dots and dashes, like sphera',
      )
      .default('sphera'),
    tls: z
      .union([z.boolean(), tls], {
        errorMap: (issue, { defaultError }) => ({
          message:
            issue.code === z.ZodIssueCode.invalid_union
              ? 'must be true, or have some of ca, cert, key and serverName'
              : defaultError,
        }),
      })
      .default(false),
    sasl: sasl.optional(),
    createTopics: z.boolean().default(true),
  })
  .strict();

/** How messages travel: over Kafka, or, for trying things out, over a log that somebody serves. */
export const transportSchema = z
  .object({ kafka: kafka.optional(), log: address.optional() })
  .strict()
  .refine(found => Boolean(found.kafka) !== Boolean(found.log), {
    message: 'must have either kafka or log',
  });
