import type { Clock } from '../../kubernetes/clock';
import type { CheckStates } from '../rules/violations';
import { CommitStatuses } from './CommitStatuses';

export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'stale';

/** A check of a commit. */
export interface CheckRun {
  id: number;
  sha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: CheckConclusion | null;
  startedAt: number;
  /** When it ended; absent: it runs. */
  endedAt?: number;
  /** Whether it ends by itself, after a while. */
  endsItself?: boolean;
  /** Slug of the app that made it. */
  app: string;
  detailsUrl?: string;
  externalId?: string;
  output?: { title?: string; summary?: string; text?: string };
}

/** What may be said of a check run that is made or changed. */
export type CheckRunWish = Partial<
  Pick<
    CheckRun,
    | 'name'
    | 'status'
    | 'conclusion'
    | 'startedAt'
    | 'endedAt'
    | 'app'
    | 'detailsUrl'
    | 'externalId'
    | 'output'
  >
>;

/** How checks end now. */
export type Outcome = 'success' | 'failure' | 'never';

/** Conclusions with which a pull request may be merged. */
const GOOD = ['success', 'neutral', 'skipped'];

/** The checks of a repository's commits: those of others, and its own, which take a while and then end well, unless the fault of the hour says otherwise. */
export class CheckRuns {
  readonly statuses: CommitStatuses;
  readonly #runs = new Map<string, CheckRun[]>();
  readonly #begun = new Set<string>();
  #lastId = 4_000;

  constructor(
    private readonly options: {
      clock: Pick<Clock, 'now'>;
      /** Names of those that begin by themselves. */
      own: readonly string[];
      /** How long such a check runs, in milliseconds. */
      takes: number;
      outcome(): Outcome;
      /** Hears of what was made, and of what ended. */
      onChange?(action: 'created' | 'completed', run: CheckRun): void;
    },
  ) {
    this.statuses = new CommitStatuses(options.clock);
  }

  /** Begins the checks of a commit; those that have begun go on. */
  begin(sha: string): void {
    if (this.#begun.has(sha)) return;
    this.#begun.add(sha);
    for (const name of this.options.own) {
      this.create(sha, { name, status: 'in_progress' }, true);
    }
  }

  /** The checks of a commit as they are now, the oldest first. */
  of(sha: string): CheckRun[] {
    const { clock, takes } = this.options;
    const runs = this.#runs.get(sha) ?? [];
    for (const run of runs) {
      const end = run.startedAt + takes;
      if (!run.endsItself || run.conclusion !== null || clock.now() < end) {
        continue;
      }
      const outcome = this.options.outcome();
      if (outcome !== 'never') this.update(run, { conclusion: outcome }, end);
    }
    return runs;
  }

  /** The newest of each name. */
  latestOf(sha: string): CheckRun[] {
    const latest = this.of(sha).map(run => [run.name, run] as const);
    return [...new Map(latest).values()];
  }

  get(id: number): CheckRun | undefined {
    return [...this.#runs.values()].flat().find(run => run.id === id);
  }

  create(sha: string, wish: CheckRunWish, endsItself = false): CheckRun {
    const run: CheckRun = {
      id: ++this.#lastId,
      sha,
      name: 'check',
      status: 'queued',
      conclusion: null,
      startedAt: this.options.clock.now(),
      app: 'github-actions',
      endsItself,
    };
    this.#runs.set(sha, [...(this.#runs.get(sha) ?? []), run]);
    this.#apply(run, wish);
    this.options.onChange?.('created', run);
    if (run.conclusion !== null) this.options.onChange?.('completed', run);
    return run;
  }

  update(run: CheckRun, wish: CheckRunWish, endedAt?: number): void {
    const was = run.status;
    this.#apply(run, { ...wish, ...(endedAt !== undefined && { endedAt }) });
    if (run.status === 'completed' && was !== 'completed') {
      this.options.onChange?.('completed', run);
    }
  }

  /** How each name stands, of runs and of statuses. */
  statesOf(sha: string): CheckStates {
    const states = new Map<string, 'good' | 'bad' | 'waiting'>();
    const add = (name: string, state: 'good' | 'bad' | 'waiting') => {
      if (states.get(name) !== 'bad' && states.get(name) !== 'waiting') {
        states.set(name, state);
      }
    };
    for (const { name, conclusion } of this.latestOf(sha)) {
      if (conclusion === null) add(name, 'waiting');
      else add(name, GOOD.includes(conclusion) ? 'good' : 'bad');
    }
    for (const { context, state } of this.statuses.latestOf(sha)) {
      if (state === 'pending') add(context, 'waiting');
      else add(context, state === 'success' ? 'good' : 'bad');
    }
    return states;
  }

  #apply(run: CheckRun, wish: CheckRunWish): void {
    Object.assign(run, wish);
    if (run.conclusion === null) {
      if (run.status === 'completed') run.status = 'in_progress';
      run.endedAt = undefined;
      return;
    }
    run.status = 'completed';
    run.endedAt ??= this.options.clock.now();
  }
}
