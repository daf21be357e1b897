import type { CheckRun } from '../gitHub/pullRequests/CheckRuns';
import { serviceOf, tagOf, type CiJob, type CiRun } from './CiRun';
import type { CiWorld } from './CiWorld';
import type { CiFault } from './faults';
import type { Pause } from './Pause';

/** How long a job takes, in milliseconds. */
const JOB = 2_500;
/** From one look for the place of an image to the next, in milliseconds. */
const LOOK = 1_000;
/** After so many looks there is none. */
const MOST_LOOKS = 180;

/** Leads one run through its jobs, one after the other. */
export class Pipeline {
  readonly #checks = new Map<CiJob, CheckRun>();

  constructor(
    private readonly run: CiRun,
    private readonly world: CiWorld,
    private readonly pause: Pause,
    private readonly fault: () => CiFault | 'none',
  ) {}

  /** Ends when all jobs have, or when the pause is over for good. */
  async lead(): Promise<void> {
    const { run, world } = this;
    const checks = world.checksOf(run.repository);
    for (const job of run.jobs) {
      const check = checks?.create(run.commit, {
        name: job.name,
        status: 'queued',
        detailsUrl: `${world.origin()}/${run.repository}/actions/runs/${
          run.id
        }`,
      });
      if (check) this.#checks.set(job, check);
    }
    for (const job of run.jobs) {
      if (!(await this.#turnOf(job))) return;
    }
  }

  /** @returns whether the run goes on */
  async #turnOf(job: CiJob): Promise<boolean> {
    const { jobs } = this.run;
    if (jobs.some(({ state }) => state === 'failure')) {
      this.#set(job, 'skipped');
      return true;
    }
    while (this.fault() === 'waits') {
      if (!(await this.pause.of(LOOK))) return false;
    }
    this.#set(job, 'in_progress');
    if (!(await this.pause.of(JOB))) return false;
    if (this.fault() === 'fails') {
      this.#set(job, 'failure', 'A test failed');
      return true;
    }
    try {
      const note = await this.#do(job);
      if (this.pause.isOver) return false;
      this.#set(job, 'success', note);
    } catch (error) {
      if (this.pause.isOver) return false;
      this.#set(job, 'failure', (error as Error).message);
    }
    return true;
  }

  /** @throws Error where it cannot be done */
  async #do(job: CiJob): Promise<string | undefined> {
    const { does, environment = 'staging' } = job;
    const { world, run } = this;
    const { commit } = run;
    const service = serviceOf(run);
    const tag = tagOf(run);
    if (does === 'image') {
      await this.#pushImage(service, tag);
      return `Pushed ${service}:${tag}`;
    }
    const source = world.repositories.get(run.repository)?.folder;
    if (does !== 'deploy' || !source) return undefined;
    const at = world.clock.now();
    return world.deploy({ source, commit, service, tag, environment, at });
  }

  /** A place that is made at the same time is waited for. @throws Error where there is none */
  async #pushImage(service: string, tag: string): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      if (this.world.pushImage(service, tag)) return;
      if (!(await this.pause.of(LOOK))) return;
    }
    throw new Error(`name unknown: there is no image repository ${service}`);
  }

  #set(job: CiJob, state: CiJob['state'], note?: string): void {
    job.state = state;
    job.note = note;
    const check = this.#checks.get(job);
    if (!check) return;
    this.world.checksOf(this.run.repository)?.update(
      check,
      state === 'in_progress' || state === 'queued'
        ? { status: state }
        : {
            conclusion: state,
            ...(note && { output: { title: note, summary: note } }),
          },
    );
  }
}
