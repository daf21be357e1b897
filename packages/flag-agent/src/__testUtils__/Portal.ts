import type { FlagDefinition } from '@sphera/plugin-flags-common';
import {
  MemoryLog,
  readReport,
  type ReceivedRecord,
  TOPICS,
  wishRecord,
  type Report,
  type SentRecord,
  type Signer,
  type Wish,
} from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-common';

type Kind = Report['kind'];

/** What the portal does and sees, on a log of its own with one partition. */
export class Portal {
  /** It keeps all that a test sends. */
  readonly log = new MemoryLog({ clock: systemClock, tidiedAbove: 1_000_000 });
  signer: Signer | undefined;

  constructor() {
    this.log.addTopic(TOPICS.commands, { partitions: 1, isCompacted: true });
    this.log.addTopic(TOPICS.reports, { partitions: 1 });
  }

  /** Wishes, in this order; a cluster is `here` unless it is said. */
  async wish(...wishes: Array<Partial<Wish>>): Promise<void> {
    const records = wishes.map(wish => wishRecord(wishOf(wish)));
    const { signer } = this;
    await this.send(
      ...(signer ? records.map(one => signer.sign(one)) : records),
    );
  }

  /** The same definition of one flag after the other. */
  async wishAll(
    flags: string[],
    revision: number,
    definition: FlagDefinition | null,
  ): Promise<void> {
    await this.wish(...flags.map(flag => ({ flag, revision, definition })));
  }

  async send(...records: SentRecord[]): Promise<void> {
    await this.log.append(TOPICS.commands, records);
  }

  /** All reports so far of these kinds, or of all. */
  async reports<K extends Kind = Kind>(
    ...kinds: K[]
  ): Promise<Array<Extract<Report, { kind: K }>>> {
    const all = await this.recordsOf(TOPICS.reports);
    return all
      .map(record => {
        const read = readReport(record);
        if ('problem' in read) throw new Error(read.problem);
        return read.report;
      })
      .filter(
        (report): report is Extract<Report, { kind: K }> =>
          !kinds.length || kinds.includes(report.kind as K),
      );
  }

  private async recordsOf(topic: string): Promise<ReceivedRecord[]> {
    const all: ReceivedRecord[] = [];
    for (let from = 0n; ; ) {
      const { records } = await this.log.read(topic, 0, from, 0);
      const last = records.at(-1);
      if (!last) return all;
      all.push(...records);
      from = last.offset + 1n;
    }
  }

  /** Acknowledgements in short: `new-checkout 7 applied`. */
  async answers(): Promise<string[]> {
    const all = await this.reports('acknowledgement', 'refusal');
    return all.map(report =>
      report.kind === 'refusal'
        ? `${report.flag} ${report.revision} refused: ${report.reason}`
        : `${report.flag} ${report.revision} ${report.outcome}`,
    );
  }
}

/** A wish with what is not said filled in. */
export function wishOf(wish: Partial<Wish>): Wish {
  return {
    version: 1,
    kind: 'wish',
    cluster: 'here',
    flag: 'new-checkout',
    revision: 1,
    change: '5f0c1c5e-6e0f-4a57-9d3e-0f3a4f1f2a10',
    wishedAt: '2026-11-24T12:00:00.000Z',
    definition: null,
    metadata: { service: 'component:default/checkout' },
    ...wish,
  };
}
