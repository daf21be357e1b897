import type { KafkaMessage } from 'kafkajs';
import type { ReceivedRecord } from '../../bus/Bus';

/** A record of Kafka as ours. Of a header that is there several times, the last counts. */
export function receivedRecord(
  topic: string,
  partition: number,
  { key, value, headers = {}, offset }: KafkaMessage,
): ReceivedRecord {
  return {
    topic,
    partition,
    offset: BigInt(offset),
    key: key?.toString() ?? null,
    value: value?.toString() ?? null,
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, given]) => {
        const last = Array.isArray(given) ? given.at(-1) : given;
        return last === undefined ? [] : [[name, last.toString()]];
      }),
    ),
  };
}
