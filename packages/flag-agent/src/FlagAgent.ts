import type { ReceivedRecord, Running } from '@sphera/plugin-flags-node';
import type { AgentOptions } from './AgentOptions';
import type { AgentState } from './AgentState';
import { Condition } from './Condition';
import { every } from './every';
import { Intake } from './intake/Intake';
import { Keeper } from './keeping/Keeper';
import { WishBook } from './keeping/WishBook';
import type { ReportBody, ReportOf } from './reports/ReportBody';
import { ReportSender } from './reports/ReportSender';
import { snapshotOf } from './reports/snapshot';
import { Tally } from './Tally';

const SNAPSHOT_EVERY_MS = 5 * 60_000;
const HEARTBEAT_EVERY_MS = 30_000;
/** An editor writes a file more than once. */
const SETTLED_AFTER_MS = 300;

/** Keeps the flags of one cluster as the portal wishes them. */
export class FlagAgent {
  private readonly startedAt: string;
  private readonly wishes = new WishBook();
  private readonly condition: Condition;
  private readonly tally = new Tally();
  private readonly intake: Intake;
  private readonly keeper: Keeper;
  private readonly sender: ReportSender;
  private running: Running[] = [];
  private isCaughtUp = false;
  private heardAt: number | undefined;
  private callOffLook = () => {};

  constructor(private readonly options: AgentOptions) {
    const { clock, flags: place } = options;
    this.startedAt = new Date(clock.now()).toISOString();
    this.condition = new Condition(clock);
    this.keeper = new Keeper({
      ...options,
      place,
      wishes: this.wishes,
      onAnswers: answers => this.tell(answers),
      onForeignChange: () => this.tellAll(),
      onProblem: problem => this.hasProblem(problem),
      onSetAside: name => this.hasSetAside(name),
    });
    this.intake = new Intake({
      ...options,
      document: () => this.keeper.document,
    });
    this.sender = new ReportSender({
      ...options,
      instance: options.newId(),
      heartbeat: () => this.heartbeat(),
      snapshot: () => this.snapshot(),
      onSent: () => this.heard(),
    });
  }

  /** Begins to read and to report. */
  async start(): Promise<void> {
    const { bus, clock, flags, snapshotEvery, heartbeatEvery } = this.options;
    await this.keeper.settle();
    this.sender.want('heartbeat');
    this.running = [
      flags.watch(() => this.lookSoon()),
      bus.readCommands({
        onBatch: (records, isCaughtUp) => this.take(records, isCaughtUp),
      }),
      every(heartbeatEvery ?? HEARTBEAT_EVERY_MS, clock, () =>
        this.sender.want('heartbeat'),
      ),
      every(snapshotEvery ?? SNAPSHOT_EVERY_MS, clock, () => this.tellAll()),
    ];
  }

  /** Ends after what is under way, and after a try to send what waits. */
  async stop(): Promise<void> {
    for (const one of this.running) await one.stop();
    this.callOffLook();
    await this.keeper.stop();
    await this.sender.stop();
  }

  state(): AgentState {
    const { isCaughtUp, condition, heardAt } = this;
    const { problem, failures } = condition;
    return {
      isCaughtUp,
      ...(problem !== undefined && { problem }),
      flags: this.keeper.document.flags.size,
      counts: { ...this.tally.counts, failures },
      keptReports: this.sender.kept,
      droppedReports: this.sender.dropped,
      ...(heardAt !== undefined && { heardAt }),
      bus: this.options.bus.state,
    };
  }

  private async take(records: ReceivedRecord[], isCaughtUp: boolean) {
    this.heard();
    const { wishes, refused, unreadable } = this.intake.sort(records);
    for (const wish of wishes) this.wishes.take(wish);
    this.tell([...refused, ...unreadable]);
    if (isCaughtUp && !this.isCaughtUp) {
      await this.begin();
    } else if (this.isCaughtUp && wishes.length) {
      await this.keeper.settle();
    }
  }

  private async begin(): Promise<void> {
    this.keeper.begin();
    await this.keeper.settle();
    this.isCaughtUp = true;
    this.tellAll();
    const { size } = this.keeper.document.flags;
    this.options.logger.info(`All wishes are known; there are ${size} flags`);
  }

  private lookSoon(): void {
    this.callOffLook();
    this.callOffLook = this.options.clock.after(
      SETTLED_AFTER_MS,
      () => void this.keeper.settle(),
    );
  }

  private tell(bodies: ReportBody[]): void {
    this.tally.add(bodies);
    this.sender.add(bodies);
  }

  private tellAll(): void {
    if (this.isCaughtUp) this.sender.want('snapshot');
  }

  private heard(): void {
    this.heardAt = this.options.clock.now();
  }

  private hasProblem(problem: string | undefined): void {
    if (!this.condition.set(problem)) return;
    this.sender.want('heartbeat');
    if (problem !== undefined) return;
    this.options.logger.info('It goes on again');
    this.tellAll();
  }

  private hasSetAside(name: string): void {
    this.condition.note(
      `What was in ${this.options.flags.name} were no flags: it was kept as ${name}, and all was written anew`,
    );
    this.sender.want('heartbeat');
  }

  private heartbeat(): ReportOf<'heartbeat'> {
    const problem = this.condition.sentence();
    return {
      kind: 'heartbeat',
      startedAt: this.startedAt,
      agent: this.options.version,
      flags: this.keeper.document.flags.size,
      ...(problem !== undefined && { problem }),
    };
  }

  /** None before the place was read: what it holds is not known then. */
  private async snapshot(): Promise<ReportOf<'snapshot'>[] | undefined> {
    const { document, isSeen } = this.keeper;
    if (!isSeen) return undefined;
    return snapshotOf(document, flag => this.wishes.wishOf(flag));
  }
}
