import {
  reportRecord,
  type AgentBus,
  type Report,
  type SentRecord,
} from '@sphera/plugin-flags-node';
import { growingWait, type Clock } from '@sphera/plugin-operations-common';
import type { AgentLogger } from '../AgentLogger';
import type { ReportBody, ReportOf } from './ReportBody';

/** So many wait for the other side at most; a snapshot makes good what is dropped. */
const KEPT = 20_000;
const RECORDS_AT_ONCE = 1_000;
const BYTES_AT_ONCE = 500_000;
const LONGEST_WAIT_MS = 10_000;
/** How long the last ones may take when the agent is stopped. */
const LAST_SEND_MS = 5_000;

/** What a sender needs. */
export interface SenderDeps {
  bus: Pick<AgentBus, 'sendReports'>;
  clock: Clock;
  logger: AgentLogger;
  cluster: string;
  instance: string;
  /** Called when one is about to be sent, so that it tells the present. */
  heartbeat(): ReportOf<'heartbeat'>;
  /** `undefined`: it cannot be told now. */
  snapshot(): Promise<ReportOf<'snapshot'>[] | undefined>;
  /** The other side has taken reports. */
  onSent(): void;
}

interface Waiting {
  body: ReportBody;
  at: number;
}

/** Sends reports in order, and keeps them while the other side is away. */
export class ReportSender {
  /** How many were given up, since too many waited. */
  dropped = 0;
  private waiting: Waiting[] = [];
  private underWay = 0;
  private readonly wanted = new Set<'heartbeat' | 'snapshot'>();
  private sequence = 0;
  private working: Promise<void> | undefined;
  private wake = () => {};
  private isStopping = false;
  private isDropping = false;

  constructor(private readonly deps: SenderDeps) {}

  /** How many reports wait. */
  get kept(): number {
    return this.waiting.length + this.underWay;
  }

  add(bodies: ReportBody[]): void {
    if (!bodies.length) return;
    const at = this.deps.clock.now();
    for (const body of bodies) this.waiting.push({ body, at });
    this.dropOldest(this.waiting.length - KEPT);
    this.goOn();
  }

  /** One of the kind goes out as soon as what waits is gone; several wishes for it are one. */
  want(kind: 'heartbeat' | 'snapshot'): void {
    this.wanted.add(kind);
    this.goOn();
  }

  /** Tries to send what waits, for a few seconds at most. */
  async stop(): Promise<void> {
    let callOff = () => {};
    const isLate = new Promise<void>(resolve => {
      callOff = this.deps.clock.after(LAST_SEND_MS, resolve);
    });
    this.isStopping = true;
    this.wake();
    await Promise.race([this.working, isLate]);
    callOff();
  }

  private dropOldest(count: number): void {
    if (count <= 0) return;
    if (!this.isDropping) {
      this.deps.logger.warn(
        `More than ${KEPT} reports wait to be sent: the oldest are dropped, and a snapshot will tell what has become of them`,
      );
    }
    this.isDropping = true;
    this.dropped += count;
    this.waiting = this.waiting.slice(count);
    this.wanted.add('snapshot');
  }

  private goOn(): void {
    if (this.working || this.isStopping) return;
    this.working = this.work().finally(() => {
      this.working = undefined;
      // What was asked for between its last look and its end.
      if (this.waiting.length || this.wanted.size) this.goOn();
    });
  }

  private async work(): Promise<void> {
    // What is added in the same breath goes along.
    await Promise.resolve();
    for (let load = await this.next(); load; load = await this.next()) {
      if (!(await this.deliver(load))) return;
    }
  }

  private async next(): Promise<SentRecord[] | undefined> {
    if (this.waiting.length) return this.load();
    if (this.wanted.delete('heartbeat')) {
      return [this.record(this.deps.heartbeat(), this.deps.clock.now())];
    }
    if (!this.isStopping && this.wanted.delete('snapshot')) {
      this.add((await this.deps.snapshot()) ?? []);
      return this.next();
    }
    return undefined;
  }

  private load(): SentRecord[] {
    const records: SentRecord[] = [];
    let bytes = 0;
    while (this.waiting.length > records.length) {
      const { body, at } = this.waiting[records.length];
      const record = this.record(body, at);
      bytes += Buffer.byteLength(record.value);
      if (records.length && bytes > BYTES_AT_ONCE) {
        this.sequence -= 1;
        break;
      }
      records.push(record);
      if (records.length === RECORDS_AT_ONCE) break;
    }
    this.waiting = this.waiting.slice(records.length);
    return records;
  }

  private record(body: ReportBody, at: number): SentRecord {
    this.sequence += 1;
    const { cluster, instance } = this.deps;
    return reportRecord({
      version: 1,
      cluster,
      instance,
      sequence: this.sequence,
      at: new Date(at).toISOString(),
      ...body,
    } as Report);
  }

  /** Until they have arrived; false: the agent was stopped before. */
  private async deliver(records: SentRecord[]): Promise<boolean> {
    const { bus, clock, logger, onSent } = this.deps;
    this.underWay = records.length;
    for (let tries = 1; ; tries++) {
      try {
        await bus.sendReports(records);
        this.underWay = 0;
        this.isDropping = false;
        onSent();
        return true;
      } catch (error) {
        if (this.isStopping) return false;
        const { message } = error as Error;
        if (tries === 1) logger.warn(`Reports wait to be sent: ${message}`);
        await this.pause(growingWait(tries, clock.random, LONGEST_WAIT_MS));
      }
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>(resolve => {
      const callOff = this.deps.clock.after(milliseconds, resolve);
      this.wake = () => {
        callOff();
        resolve();
      };
    });
  }
}
