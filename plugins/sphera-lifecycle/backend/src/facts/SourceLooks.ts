import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FactSource } from '@sphera/plugin-lifecycle-node';
import {
  type Clock,
  inParts,
  type ServiceEntry,
  withoutValues,
} from '@sphera/plugin-operations-node';
import type { FactStore, SeenByService } from '../storage/FactStore';
import type { FactMemory } from './FactMemory';
import { lookWithin } from './lookWithin';

/** How many services a source is asked for at a time. */
const AT_ONCE = 50;
/** How often it is looked again where another replica wrote meanwhile; the last look is written whatever came between. */
const ATTEMPTS = 3;
/** What fails is looked at again after so long, later as long again as it has failed, and no less often than all else; milliseconds. */
const AGAIN_AFTER_FAILURE_MS = 10_000;

/** What kind of look it is. */
type LookOptions = Pick<SeenByService, 'isExtra'>;

/** What looks need. */
export interface LookingParts {
  store: Pick<FactStore, 'latest' | 'write'>;
  memory: Pick<FactMemory, 'lookOf'>;
  /** Takes what was written into memory. */
  follow: () => Promise<unknown>;
  clock: Clock;
  logger: Pick<LoggerService, 'warn'>;
  /** Ends looks that are under way. */
  signal: AbortSignal;
}

/** Has one source look at services, and keeps what it saw. */
export class SourceLooks {
  /** What the log was told last: once for each trouble. */
  #told?: string;

  constructor(
    readonly source: FactSource,
    private readonly parts: LookingParts,
  ) {}

  /**
   * Looks at services, some at a time. Where the source fails, that is kept.
   * @throws StorageError
   */
  async look(
    services: readonly ServiceEntry[],
    options: LookOptions = {},
  ): Promise<void> {
    for (const some of inParts(services, AT_ONCE)) {
      if (this.parts.signal.aborted) return;
      await this.#lookAt(some, options);
    }
  }

  /** Looks at those whose time has come: never looked at, or long enough ago. */
  async lookAtDue(services: readonly ServiceEntry[]): Promise<void> {
    const now = this.parts.clock.now();
    await this.look(services.filter(({ ref }) => this.#isDue(ref, now)));
  }

  #isDue(service: string, now: number): boolean {
    const { id, lookEvery } = this.source;
    const last = this.parts.memory.lookOf(id, service);
    if (!last) return true;
    const { lookedAt, failing } = last;
    const wait = failing
      ? Math.min(
          lookEvery,
          Math.max(AGAIN_AFTER_FAILURE_MS, lookedAt - failing.since),
        )
      : lookEvery;
    // A clock that was set back must not end all looking.
    return lookedAt > now || lookedAt + wait <= now;
  }

  async #lookAt(
    services: readonly ServiceEntry[],
    { isExtra }: LookOptions,
  ): Promise<void> {
    const { store, follow, clock, signal } = this.parts;
    let left = services;
    for (let attempt = 1; left.length > 0 && attempt <= ATTEMPTS; attempt++) {
      const known = await store.latest();
      const at = clock.now();
      const seen = await lookWithin(this.source, left, {
        clock,
        signal,
        failed: error => this.#tell(error),
      });
      if (signal.aborted) return;
      const doubtful = await store.write({
        source: this.source.id,
        seen,
        at,
        since: attempt < ATTEMPTS ? known : undefined,
        isExtra,
      });
      await follow();
      left = left.filter(({ ref }) => doubtful.includes(ref));
    }
  }

  #tell(error: unknown): void {
    const why = withoutValues(error);
    if (why === this.#told) return;
    this.#told = why;
    this.parts.logger.warn(
      `Facts of the source "${this.source.id}" cannot be looked at: ${why}`,
    );
  }
}
