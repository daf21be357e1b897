import type { Clock } from '../kubernetes/clock';
import { ArgoCdError } from './ArgoCdError';
import type {
  FollowedApplication,
  FollowedApplications,
} from './FollowedApplications';

/** How often Argo CD looks at a repository by itself, in milliseconds. */
const LOOKS_EVERY = 180_000;
/** How long it waits before it tries a sync again that a cluster did not take. */
export const RETRIES_AFTER = 5_000;

/** A sync that runs, or ran last. Moments are milliseconds since 1970. */
export interface SyncOperation {
  phase: 'Running' | 'Succeeded' | 'Failed';
  message?: string;
  revision?: string;
  /** Who asked for it; absent: Argo CD itself. */
  by?: string;
  startedAt: number;
  finishedAt?: number;
  retries: number;
}

/** One application, brought to what its branch wants. */
export class SyncedApplication {
  operation?: SyncOperation;
  /** When it was last compared with its branch. */
  reconciledAt: number;
  /** Why it could not be compared then. */
  problem?: string;
  readonly #pending = new Set<() => void>();

  constructor(
    readonly name: string,
    private readonly options: {
      source: FollowedApplications;
      clock: Clock;
      isAutomatic: boolean;
      /** Whether no sync succeeds. */
      fails(): boolean;
    },
  ) {
    this.reconciledAt = options.clock.now();
    this.#lookLater();
  }

  get isAutomatic(): boolean {
    return this.options.isAutomatic;
  }

  /** What is known of it since it was last compared. */
  get state(): FollowedApplication {
    const found = this.options.source
      .applications()
      .find(({ name }) => name === this.name);
    if (!found) throw new Error(`Nobody follows "${this.name}"`);
    return found;
  }

  /** Compares it with its branch now; one that is synced by itself begins to sync where they differ. */
  async refresh(): Promise<void> {
    const { sync, revision } = await this.#compare();
    if (this.problem || !this.isAutomatic || sync === 'Synced') return;
    // A commit that could not be synced is not tried again by itself.
    if (this.operation && this.operation.revision === revision) return;
    if (this.operation?.phase !== 'Running') this.#begin(revision);
  }

  /** Begins to sync it. @throws ArgoCdError while it is at it */
  async sync(by: string): Promise<void> {
    const { revision } = await this.#compare();
    if (this.operation?.phase === 'Running') {
      throw new ArgoCdError(
        'precondition',
        'another operation is already in progress',
      );
    }
    this.#begin(revision, by);
  }

  /** It is followed no more. */
  stop(): void {
    for (const callOff of this.#pending) callOff();
    this.#pending.clear();
  }

  async #compare(): Promise<FollowedApplication> {
    this.problem = undefined;
    try {
      await this.options.source.refresh(this.name);
    } catch (error) {
      this.problem = (error as Error).message;
    }
    this.reconciledAt = this.options.clock.now();
    return this.state;
  }

  #begin(revision: string | undefined, by?: string): void {
    const startedAt = this.options.clock.now();
    this.operation = { phase: 'Running', revision, by, startedAt, retries: 0 };
    this.#after(0, () => void this.#attempt(this.operation!));
  }

  async #attempt(operation: SyncOperation): Promise<void> {
    try {
      if (this.options.fails()) {
        throw new ArgoCdError('invalid', 'the manifests cannot be generated');
      }
      await this.options.source.apply(this.name);
      operation.phase = 'Succeeded';
      operation.message = 'successfully synced (all tasks run)';
      operation.revision = this.state.applied ?? operation.revision;
    } catch (error) {
      const why = (error as Error).message;
      operation.message = `one or more objects failed to apply, reason: ${why}`;
      if (!(error instanceof ArgoCdError)) {
        operation.retries += 1;
        operation.message += ` (retried ${operation.retries} times).`;
        this.#after(RETRIES_AFTER, () => void this.#attempt(operation));
        return;
      }
      operation.phase = 'Failed';
    }
    operation.finishedAt = this.options.clock.now();
  }

  #lookLater(): void {
    this.#after(LOOKS_EVERY, () => {
      this.#lookLater();
      void this.refresh();
    });
  }

  #after(milliseconds: number, run: () => void): void {
    const callOff = this.options.clock.after(milliseconds, () => {
      this.#pending.delete(callOff);
      run();
    });
    this.#pending.add(callOff);
  }
}
