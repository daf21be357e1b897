import { AssignerProtocol, type PartitionAssigner } from 'kafkajs';
import type { AgentBus } from '../../bus/Bus';
import { partitionOf } from '../../messages/partitionOf';
import type { Manner } from './Manner';

const VERSION = 0;

/** Gives every member the one partition of a cluster. kafkajs reads in groups only; each of these has one member. */
const onePartition =
  (name: string): PartitionAssigner =>
  ({ cluster }) => ({
    name: 'sphera-one-partition',
    version: VERSION,
    protocol({ topics }) {
      const userData = Buffer.alloc(0);
      return {
        name: 'sphera-one-partition',
        metadata: AssignerProtocol.MemberMetadata.encode({
          version: VERSION,
          topics,
          userData,
        }),
      };
    },
    async assign({ members, topics: [topic] }) {
      const count = cluster.findTopicPartitionMetadata(topic).length;
      const assigned = AssignerProtocol.MemberAssignment.encode({
        version: VERSION,
        assignment: { [topic]: [partitionOf(name, count)] },
        userData: Buffer.alloc(0),
      });
      return members.map(({ memberId }) => ({
        memberId,
        memberAssignment: assigned,
      }));
    },
  });

/** How an agent reads commands: all of its cluster's partition, from the start, in each run. */
export function commandsManner(options: {
  topic: string;
  cluster: string;
  group: string;
  reader: Parameters<AgentBus['readCommands']>[0];
}): Manner {
  const { topic, cluster, group, reader } = options;
  let toCatchUpWith: bigint | undefined;
  let isCaughtUp = false;
  return {
    topic,
    group,
    waitMs: 1_000,
    atOnce: 1,
    commits: false,
    assigner: onePartition(cluster),
    async begin({ next }, { first, end }) {
      // It was given the partition once more: it goes on where it was, unless the topic was made anew.
      if (next !== undefined && next >= first && next <= end) return next;
      toCatchUpWith ??= end;
      if (first === end && !isCaughtUp) {
        await reader.onBatch([], true);
        isCaughtUp = true;
      }
      return first;
    },
    async take(records, _, after) {
      isCaughtUp ||= toCatchUpWith !== undefined && after >= toCatchUpWith;
      await reader.onBatch(records, isCaughtUp);
    },
  };
}
