import { z } from 'zod/v3';
import type { ReceivedRecord } from '../bus/Bus';

/** How a log speaks over HTTP: JSON; offsets are texts, since they outgrow numbers. */
export const appendSchema = z.object({
  records: z
    .array(
      z.object({
        key: z.string(),
        value: z.string(),
        headers: z.record(z.string()).optional(),
      }),
    )
    .max(10_000),
});

const offset = z
  .string()
  .regex(/^\d{1,20}$/)
  .transform(text => BigInt(text));

/** What is asked in the address of a read. */
export const readQuerySchema = z.object({
  from: offset,
  waitMs: z.coerce.number().int().min(0),
});

/** An answer with records. */
export const readAnswerSchema = z.object({
  records: z.array(
    z.object({
      offset,
      key: z.string().nullable(),
      value: z.string().nullable(),
      headers: z.record(z.string()),
    }),
  ),
  end: offset,
});

/** An answer that tells of a topic. */
export const topicAnswerSchema = z.object({
  partitions: z.number().int().positive(),
});

/** The answer to a read, as it is written. */
export function readAnswer({
  records,
  end,
}: {
  records: ReceivedRecord[];
  end: bigint;
}): z.input<typeof readAnswerSchema> {
  return {
    records: records.map(({ offset: at, key, value, headers }) => ({
      offset: String(at),
      key,
      value,
      headers,
    })),
    end: String(end),
  };
}
