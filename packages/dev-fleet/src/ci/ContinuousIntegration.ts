import type { IncomingMessage, ServerResponse } from 'node:http';
import { branchesOf } from '../git/movedBranches';
import type { Neighbour } from '../kubernetes/Neighbour';
import { NeighbourFaults } from '../neighbours/NeighbourFaults';
import type { CiRun } from './CiRun';
import type { CiWorld } from './CiWorld';
import { CI_FAULTS, type CiFault } from './faults';
import { sendRuns } from './pages/sendRuns';
import { Pause } from './Pause';
import { Pipeline } from './Pipeline';
import { readWorkflows } from './readWorkflows';
import { jobsOf, type CiEvent } from './Workflow';

/**
 * Runs the workflows of repositories when somebody pushes: their jobs become checks that take a while and end well; a job that makes
 * an image puts it into the registry, one that deploys commits it for staging. Nothing is really built.
 */
export class ContinuousIntegration implements Neighbour {
  readonly faulty = new NeighbourFaults<CiFault>('ci', CI_FAULTS);
  #runs: CiRun[] = [];
  #lastId = 7_000;
  readonly #pause: Pause;
  readonly #working = new Set<Promise<void>>();
  readonly #stops: Array<() => void>;

  constructor(private readonly world: CiWorld) {
    this.#pause = new Pause(world.clock);
    this.#stops = [
      world.repositories.onPush((name, branch) =>
        this.#keep(this.#begin(name, branch)),
      ),
      world.repositories.onDeleted(({ name }) => {
        this.#runs = this.#runs.filter(({ repository }) => repository !== name);
      }),
    ];
  }

  /** All runs, or those of a repository, the newest first. */
  runs(repository?: string): CiRun[] {
    return this.#runs
      .filter(run => !repository || run.repository === repository)
      .reverse();
  }

  handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> | undefined {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const [, repository, id] =
      /^\/([^/]+\/[^/]+)\/actions(?:\/runs\/(\d+))?\/?$/.exec(pathname) ?? [];
    if (!repository || request.method !== 'GET') return undefined;
    if (!this.world.repositories.get(repository)) return undefined;
    return sendRuns(response, repository, this.runs(repository), id);
  }

  faults = () => this.faulty.faults();
  concerns = (wish: object) => this.faulty.concerns(wish);
  switchFault = (wish: object) => this.faulty.switchFault(wish);

  /** Runs go no further. */
  async stop(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#pause.end();
    await Promise.all(this.#working);
  }

  #keep(work: Promise<void>): void {
    // A repository that is deleted meanwhile takes its runs along.
    const kept = work
      .catch(() => {})
      .then(() => void this.#working.delete(kept));
    this.#working.add(kept);
  }

  async #begin(name: string, branch: string): Promise<void> {
    const repository = this.world.repositories.get(name);
    if (!repository) return;
    const commit = (await branchesOf(repository.folder)).get(branch);
    if (!commit || this.#pause.isOver) return;
    // A branch is for a pull request, whose checks stand on its commit when somebody opens it.
    const event: CiEvent =
      branch === repository.branch ? 'push' : 'pull_request';
    const texts = await readWorkflows(repository.folder, commit);
    const jobs = texts.flatMap(text => jobsOf(text, event));
    const isKnown = this.#runs.some(
      run =>
        run.repository === repository.name &&
        run.commit === commit &&
        run.event === event,
    );
    if (isKnown || jobs.length === 0) return;
    const run: CiRun = {
      id: ++this.#lastId,
      repository: repository.name,
      branch,
      commit,
      event,
      startedAt: this.world.clock.now(),
      jobs: jobs.map(job => ({ ...job, state: 'queued' })),
    };
    this.#runs.push(run);
    await new Pipeline(run, this.world, this.#pause, () =>
      this.faulty.meet(run.repository),
    ).lead();
  }
}
