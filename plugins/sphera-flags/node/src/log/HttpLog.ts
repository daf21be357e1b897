import { inLots } from '@sphera/plugin-operations-common';
import type { z } from 'zod/v3';
import type { ReceivedRecord, SentRecord } from '../bus/Bus';
import type { Log } from './Log';
import { UnknownTopicError } from './UnknownTopicError';
import { readAnswerSchema, topicAnswerSchema } from './wire';

/** How much longer than it may wait for records an answer may take, in milliseconds. */
const PATIENCE = 10_000;
/** Records are sent in requests of about so many characters: below what `serveLog` takes, whatever their letters. */
const REQUEST_CHARACTERS = 2_000_000;

const sizeOf = ({ key, value }: SentRecord) => key.length + value.length;

/** A log of another process, which serves it with `serveLog`. */
export class HttpLog implements Log {
  readonly #url: string;
  readonly #fetch: typeof fetch;

  /** @param options - `url` up to and with the prefix under which the log is served */
  constructor(options: { url: string; fetch?: typeof fetch }) {
    this.#url = options.url.replace(/\/+$/, '');
    this.#fetch = options.fetch ?? fetch;
  }

  async append(topic: string, records: SentRecord[]): Promise<void> {
    for (const part of inLots(records, REQUEST_CHARACTERS, sizeOf)) {
      await this.#ask(topic, '/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ records: part }),
        signal: AbortSignal.timeout(PATIENCE),
      });
    }
  }

  async read(
    topic: string,
    partition: number,
    from: bigint,
    waitMs: number,
    signal?: AbortSignal,
  ): Promise<{ records: ReceivedRecord[]; end: bigint }> {
    const tooLong = AbortSignal.timeout(waitMs + PATIENCE);
    const answer = await this.#ask(
      topic,
      `/partitions/${partition}/records?from=${from}&waitMs=${waitMs}`,
      { signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong },
    );
    const { records, end } = this.#understood(readAnswerSchema, answer);
    return {
      records: records.map(record => ({ topic, partition, ...record })),
      end,
    };
  }

  async partitions(topic: string): Promise<number> {
    const answer = await this.#ask(topic, '', {
      signal: AbortSignal.timeout(PATIENCE),
    });
    return this.#understood(topicAnswerSchema, answer).partitions;
  }

  async #ask(topic: string, rest: string, init: RequestInit): Promise<unknown> {
    const address = `${this.#url}/topics/${encodeURIComponent(topic)}${rest}`;
    let response: Response;
    try {
      response = await this.#fetch(address, init);
      if (response.ok) return await response.json();
    } catch {
      throw new Error(`The log at ${this.#url} does not answer`);
    }
    if (response.status === 404) throw new UnknownTopicError(topic);
    throw new Error(`The log at ${this.#url} answers ${response.status}`);
  }

  #understood<T extends z.ZodTypeAny>(schema: T, answer: unknown): z.output<T> {
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw new Error(`What answers at ${this.#url} is no log`);
  }
}
