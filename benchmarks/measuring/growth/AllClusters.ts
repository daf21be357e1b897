import {
  fingerprintOf,
  MemoryLog,
  openLogPortalBus,
  type PortalBus,
  readWish,
  type Report,
  reportRecord,
  TOPICS,
} from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-node';

const PARTITIONS = 12;
const WAIT_MS = 20_000;

/** A report, but for what each report says of its sender. */
type Body = Report extends infer R
  ? R extends Report
    ? Omit<R, 'version' | 'cluster' | 'instance' | 'sequence' | 'at'>
    : never
  : never;

/** The agents of very many clusters in one: a log, and an answer to every wish. Tells when the portal has kept reports. */
export class AllClusters {
  private readonly log = new MemoryLog({ clock: systemClock });
  private readonly sequences = new Map<string, number>();
  private sent = 0;
  private kept = 0;
  private onKept = () => {};

  constructor(private readonly names: readonly string[]) {
    this.log.addTopic(TOPICS.commands, {
      partitions: PARTITIONS,
      isCompacted: true,
    });
    this.log.addTopic(TOPICS.reports, { partitions: PARTITIONS });
    for (let partition = 0; partition < PARTITIONS; partition++) {
      void this.answer(partition);
    }
  }

  /** The portal's end. */
  readonly openBus = (): PortalBus => {
    const bus = openLogPortalBus({
      log: this.log,
      topics: TOPICS,
      clock: systemClock,
    });
    return Object.create(bus, {
      readReports: {
        value: (reader: Parameters<PortalBus['readReports']>[0]) =>
          bus.readReports({
            ...reader,
            onBatch: async records => {
              await reader.onBatch(records);
              this.kept += records.length;
              if (this.kept === this.sent) this.onKept();
            },
          }),
      },
    });
  };

  /** Acts, and waits until everything that was sent by the end of it, `answers` to wishes too, is in the database. */
  async untilKept(answers: number, act: () => Promise<unknown>): Promise<void> {
    const wanted = this.sent + answers;
    await act();
    while (this.sent < wanted || this.kept < this.sent) {
      await new Promise<void>(resolve => (this.onKept = resolve));
    }
  }

  /** A heartbeat of each. */
  async beat(): Promise<void> {
    await this.send(
      this.names.map(cluster => [
        cluster,
        {
          kind: 'heartbeat',
          startedAt: new Date().toISOString(),
          agent: '1.0.0',
          flags: 0,
        },
      ]),
    );
  }

  /** A snapshot of each of the first so many, in which everything is as it was told. Returns how long one is. */
  async show(
    clusters: number,
    flags: Array<{ flag: string; revision: number; fingerprint: string }>,
  ): Promise<number> {
    const all = { after: null, upTo: null, flags };
    await this.send(
      this.names
        .slice(0, clusters)
        .map(cluster => [cluster, { kind: 'snapshot', ...all }]),
    );
    return JSON.stringify(all).length;
  }

  private async answer(partition: number): Promise<never> {
    let from = 0n;
    for (;;) {
      const { records } = await this.log.read(
        TOPICS.commands,
        partition,
        from,
        WAIT_MS,
      );
      from = (records.at(-1)?.offset ?? from - 1n) + 1n;
      const answers = records.map((record): [string, Body] => {
        const read = readWish(record);
        if (!('wish' in read)) throw new Error(read.problem);
        const { cluster, flag, revision, definition } = read.wish;
        const fingerprint = fingerprintOf(definition);
        const applied = { outcome: 'applied' as const, holds: revision };
        const body = { flag, revision, fingerprint, ...applied };
        return [cluster, { kind: 'acknowledgement', ...body }];
      });
      await this.send(answers);
    }
  }

  private async send(bodies: Array<[string, Body]>): Promise<void> {
    const at = new Date().toISOString();
    const records = bodies.map(([cluster, body]) => {
      const sequence = (this.sequences.get(cluster) ?? 0) + 1;
      this.sequences.set(cluster, sequence);
      const instance = `instance-of-${cluster}`;
      const sender = { version: 1, cluster, instance, sequence, at };
      return reportRecord({ ...sender, ...body } as Report);
    });
    this.sent += records.length;
    await this.log.append(TOPICS.reports, records);
  }
}
