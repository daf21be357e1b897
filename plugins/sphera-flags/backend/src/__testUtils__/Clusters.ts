import {
  type Log,
  type Report,
  reportRecord,
  type ReceivedRecord,
  type Running,
  type Topics,
  openLogAgentBus,
  readWish,
  fingerprintOf,
  type Wish,
} from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-node';

/** Everything of a report but who sends it. */
type Said<R = Report> = R extends Report
  ? Omit<R, 'version' | 'cluster' | 'instance' | 'sequence' | 'at'>
  : never;

/** A cluster of a test, which answers as it is told to: by itself, or by hand. */
export interface ClusterOfTest {
  name: string;
  /** Wishes that it was sent, in order, again and again where they were. */
  wishes: Wish[];
  /** Sends a report. */
  say(report: Said): Promise<void>;
  /** Says that it is there. */
  beat(): Promise<void>;
  /** Tells what it has: what it acknowledged last, with these in place of it; null: not there. */
  snapshot(flags: SnapshotFlag[]): Promise<void>;
  /** Refuses every wish from now on, with this reason; `undefined`: acknowledges again. */
  refuse(reason: string | undefined): void;
  /** Says nothing from now on, or answers again what comes next. */
  hush(isHushed: boolean): void;
  stop(): Promise<void>;
}

type SnapshotFlag = Extract<Report, { kind: 'snapshot' }>['flags'][number];

/** Starts a small agent that keeps nothing but what it was told, and acknowledges each wish. */
export function startCluster(
  name: string,
  { log, topics, clock }: { log: Log; topics: Topics; clock: Clock },
): ClusterOfTest {
  const bus = openLogAgentBus({ log, topics, cluster: name, clock });
  const wishes: Wish[] = [];
  let sequence = 0;
  let reason: string | undefined;
  let isHushed = false;

  async function say(said: Said): Promise<void> {
    sequence += 1;
    const report = {
      version: 1,
      cluster: name,
      instance: `instance-of-${name}`,
      sequence,
      at: new Date(clock.now()).toISOString(),
      ...said,
    } as Report;
    await bus.sendReports([reportRecord(report)]);
  }

  const answerTo = ({ flag, revision, definition }: Wish): Said =>
    reason === undefined
      ? {
          kind: 'acknowledgement',
          flag,
          revision,
          outcome: 'applied',
          holds: revision,
          fingerprint: fingerprintOf(definition),
        }
      : { kind: 'refusal', flag, revision, reason };

  const running: Running = bus.readCommands({
    async onBatch(records: ReceivedRecord[]) {
      for (const record of records) {
        const read = readWish(record);
        if (!('wish' in read) || read.wish.cluster !== name) continue;
        wishes.push(read.wish);
        if (!isHushed) await say(answerTo(read.wish));
      }
    },
  });

  return {
    name,
    wishes,
    say,
    beat: () =>
      say({
        kind: 'heartbeat',
        startedAt: new Date(clock.now()).toISOString(),
        agent: '0.1.0',
        flags: new Set(wishes.map(({ flag }) => flag)).size,
      }),
    snapshot: flags =>
      say({ kind: 'snapshot', after: null, upTo: null, flags }),
    refuse(why) {
      reason = why;
    },
    hush(nowHushed) {
      isHushed = nowHushed;
    },
    async stop() {
      await running.stop();
      await bus.stop();
    },
  };
}
