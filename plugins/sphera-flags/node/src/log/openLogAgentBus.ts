import type { AgentBus, Running } from '../bus/Bus';
import { partitionOf } from '../messages/partitionOf';
import { followPartition } from './followPartition';
import type { LogBusOptions } from './LogBusOptions';
import { LogConnection } from './LogConnection';
import { startRunning } from './startRunning';

/** The end of one cluster's agent of a log. */
export function openLogAgentBus({
  log,
  topics,
  clock,
  cluster,
}: LogBusOptions & { cluster: string }): AgentBus {
  const connection = new LogConnection(log, clock);
  const running: Running[] = [];

  return {
    readCommands({ onBatch }) {
      const topic = topics.commands;
      const one = startRunning(connection.stopped, async signal => {
        const partitions = await connection.insist(
          () => connection.ask(each => each.partitions(topic)),
          signal,
        );
        if (partitions === undefined) return;
        let toCatchUpWith: bigint | undefined;
        await followPartition(connection, {
          topic,
          partition: partitionOf(cluster, partitions),
          from: 0n,
          signal,
          async onRead({ records, end }) {
            toCatchUpWith ??= end;
            const last = records.at(-1);
            await onBatch(records, !last || last.offset + 1n >= toCatchUpWith);
          },
        });
      });
      running.push(one);
      return one;
    },

    sendReports: records => connection.send(topics.reports, records),

    get state() {
      return connection.kept.state;
    },

    async stop() {
      connection.stop();
      await Promise.all(running.map(one => one.stop()));
    },
  };
}
