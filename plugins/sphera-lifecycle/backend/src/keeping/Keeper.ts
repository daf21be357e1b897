import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type Clock,
  type OperationsService,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { KnownFacts } from '../facts/KnownFacts';
import { type Due, DueWork } from './DueWork';
import type { Progress } from './Progress';
import type { Standings } from './Standings';

const LOOK_EVERY_MS = 15_000;
/** Of more services than this, pages are told as of one change of all. */
const TOLD_ONE_BY_ONE = 20;

/** What keeping the life cycles takes. */
export interface KeeperParts {
  progress: Progress;
  standings: Standings;
  facts: Pick<KnownFacts, 'onChange'>;
  operations: Pick<OperationsService, 'announce' | 'onChange'>;
  clock: Clock;
  logger: LoggerService;
}

/** Has services move on as facts come in: any replica does it, whichever notices first. */
export class Keeper {
  readonly #work: DueWork;
  #isFailing = false;

  constructor(private readonly parts: KeeperParts) {
    this.#work = new DueWork({
      run: due => this.#lookAt(due),
      failed: error => this.#failed(error),
    });
  }

  /** Reads what is kept, and looks from now on, also after changes of other replicas. */
  async start(): Promise<void> {
    const { progress, facts, operations, standings } = this.parts;
    await progress.read();
    facts.onChange(services => {
      standings.forget(services);
      this.#work.add(services);
    });
    operations.onChange(({ service, isFromElsewhere }) => {
      // What this replica changed is in its memory already.
      if (isFromElsewhere) void this.#reread(service ? [service] : undefined);
    });
    this.#lookOften();
  }

  /** Ends after what is being done. */
  async stop(): Promise<void> {
    await this.#work.stop();
  }

  async #lookAt(due: Due): Promise<void> {
    const { progress, operations } = this.parts;
    const changed = await progress.lookAt(due);
    this.#isFailing = false;
    if (changed.length > TOLD_ONE_BY_ONE) await operations.announce({});
    else for (const service of changed) await operations.announce({ service });
  }

  async #reread(services?: readonly string[]): Promise<void> {
    try {
      await this.parts.progress.read(services);
      this.#work.add(services);
    } catch (error) {
      this.#failed(error);
    }
  }

  #lookOften(): void {
    if (this.#work.isStopped) return;
    void this.#reread();
    this.parts.clock.after(LOOK_EVERY_MS, () => this.#lookOften());
  }

  /** The next look mends it; the log is told once. */
  #failed(error: unknown): void {
    if (this.#isFailing || this.#work.isStopped) return;
    this.#isFailing = true;
    const why = withoutValues(error);
    this.parts.logger.warn(`Life cycles stay as they are for now: ${why}`);
  }
}
