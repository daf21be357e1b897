import type { RecordMetadata } from 'kafkajs';
import type { SentRecord } from '../../bus/Bus';

/**
 * Those of sent records that Kafka did not answer for. Kafkajs leaves a partition out, and says nothing, where it moves
 * to a broker that has answered for others already, while kafkajs tries again.
 * @param placed - partitions by the keys of the records
 */
export function leftOut(
  records: SentRecord[],
  placed: ReadonlyMap<string, number>,
  answers: readonly Pick<RecordMetadata, 'partition'>[],
): SentRecord[] {
  const answered = new Set<number | undefined>(
    answers.map(({ partition }) => partition),
  );
  return records.filter(({ key }) => !answered.has(placed.get(key)));
}
