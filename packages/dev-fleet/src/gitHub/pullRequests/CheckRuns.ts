import type { Clock } from '../../kubernetes/clock';

/** A check of a commit. */
export interface CheckRun {
  id: number;
  name: string;
  isRequired: boolean;
  startedAt: number;
  /** When it ended; absent: it runs. */
  endedAt?: number;
  conclusion: 'success' | 'failure' | null;
}

/** A status that somebody set on a commit. */
export interface CommitStatus {
  context: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  description?: string;
}

/** How checks end now. */
export type Outcome = 'success' | 'failure' | 'never';

/** The checks of a repository's commits, which take a while and then end well, unless the fault of the hour says otherwise. */
export class CheckRuns {
  readonly #runs = new Map<string, CheckRun[]>();
  readonly #statuses = new Map<string, Map<string, CommitStatus>>();
  #lastId = 4_000;

  constructor(
    private readonly options: {
      clock: Pick<Clock, 'now'>;
      required: readonly string[];
      others: readonly string[];
      /** How long a check runs, in milliseconds. */
      takes: number;
      outcome(): Outcome;
    },
  ) {}

  /** Begins the checks of a commit; those that have begun go on. */
  begin(sha: string): void {
    if (this.#runs.has(sha)) return;
    const { required, others, clock } = this.options;
    const run = (name: string, isRequired: boolean): CheckRun => ({
      id: ++this.#lastId,
      name,
      isRequired,
      startedAt: clock.now(),
      conclusion: null,
    });
    this.#runs.set(sha, [
      ...required.map(name => run(name, true)),
      ...others.map(name => run(name, false)),
    ]);
  }

  /** The checks of a commit as they are now. */
  of(sha: string): CheckRun[] {
    const { clock, takes } = this.options;
    const runs = this.#runs.get(sha) ?? [];
    for (const run of runs) {
      const end = run.startedAt + takes;
      if (run.conclusion !== null || clock.now() < end) continue;
      const outcome = this.options.outcome();
      if (outcome === 'never') continue;
      run.conclusion = outcome;
      run.endedAt = end;
    }
    return runs;
  }

  setStatus(sha: string, status: CommitStatus): void {
    const statuses = this.#statuses.get(sha) ?? new Map();
    this.#statuses.set(sha, statuses.set(status.context, status));
  }

  statusesOf(sha: string): CommitStatus[] {
    return [...(this.#statuses.get(sha)?.values() ?? [])];
  }
}
