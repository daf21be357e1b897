import type { Cluster } from 'kafkajs';
import type { Extent } from './Manner';

/** What there is in some partitions of a topic. @throws KafkaJSError */
export async function extentsOf(
  cluster: Cluster,
  topic: string,
  partitions: number[],
): Promise<Map<number, Extent>> {
  const ask = async (fromBeginning: boolean) => {
    const [answer] = await cluster.fetchTopicsOffset([
      {
        topic,
        partitions: partitions.map(partition => ({ partition })),
        fromBeginning,
      },
    ]);
    return new Map(
      answer.partitions.map(({ partition, offset }) => [
        partition,
        BigInt(offset),
      ]),
    );
  };
  // The end first: what comes in between is then not counted among what there was.
  const ends = await ask(false);
  const firsts = await ask(true);
  return new Map(
    partitions.map(partition => [
      partition,
      { first: firsts.get(partition) ?? 0n, end: ends.get(partition) ?? 0n },
    ]),
  );
}
