import { Mutex } from 'async-mutex';
import type { PortalBus, Running } from '../bus/Bus';
import { followPartition } from './followPartition';
import type { LogBusOptions } from './LogBusOptions';
import { LogConnection } from './LogConnection';
import { startRunning } from './startRunning';

/**
 * The portal's end of a log. A log knows no groups: where several replicas read, each reads all partitions, and who keeps
 * what they read passes over what another one kept. One batch at a time is given, whatever its partition.
 */
export function openLogPortalBus({
  log,
  topics,
  clock,
}: LogBusOptions): PortalBus {
  const connection = new LogConnection(log, clock);
  const running: Running[] = [];
  const begin = (run: (signal: AbortSignal) => Promise<void>) => {
    const one = startRunning(connection.stopped, run);
    running.push(one);
    return one;
  };
  const lookFor = async () => {
    await connection.ask(each => each.partitions(topics.commands));
    await connection.ask(each => each.partitions(topics.reports));
  };

  return {
    start() {
      begin(signal => connection.watch(lookFor, signal));
    },

    sendCommands: records => connection.send(topics.commands, records),

    readReports({ startAt, onBatch, onMadeAnew }) {
      const turn = new Mutex();
      const topic = topics.reports;
      return begin(async signal => {
        const partitions = await connection.insist(
          () => connection.ask(each => each.partitions(topic)),
          signal,
        );
        await Promise.all(
          Array.from({ length: partitions ?? 0 }, async (_, partition) => {
            // Wrapped, since "from the start" must not be taken for "called off".
            const place = await connection.insist(
              async () => ({ at: await startAt(topic, partition) }),
              signal,
            );
            await followPartition(connection, {
              topic,
              partition,
              from: place?.at ?? 0n,
              signal,
              onRead: ({ records, isMadeAnew }) =>
                turn.runExclusive(async () => {
                  if (signal.aborted) return;
                  if (isMadeAnew) await onMadeAnew?.(topic, partition);
                  if (records.length > 0) await onBatch(records);
                }),
            });
          }),
        );
      });
    },

    get state() {
      return connection.kept.state;
    },

    onState: listener => connection.kept.onState(listener),

    async stop() {
      connection.stop();
      await Promise.all(running.map(one => one.stop()));
    },
  };
}
