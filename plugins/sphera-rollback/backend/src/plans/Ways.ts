import type { Clock } from '@sphera/plugin-operations-node';
import type { Plan } from '@sphera/plugin-rollback-common';
import type { PullRequestsOf } from '../adapters/github/PullRequests';
import type { RollbackSettings } from '../settings/RollbackSettings';

/** How a change gets into a repository. */
export type Way = Plan['way'];

/** How long an answer of the host is good, in milliseconds; protection changes seldom. */
const GOOD_FOR = 300_000;
/** How long a plan waits for it: without an answer it says what is tried first. */
const ANSWER_WITHIN = 2_000;

/** Which way changes go: as configured, and where that is both, as the host says of the branch. */
export class Ways {
  readonly #answers = new Map<string, { way: Promise<Way>; at: number }>();

  constructor(
    private readonly parts: {
      settings: Pick<RollbackSettings, 'repositories'>;
      pullRequests: PullRequestsOf;
      clock: Clock;
    },
  ) {}

  /** Never throws: a push is tried first where the host cannot be asked. */
  async of(repository: string): Promise<Way> {
    const found = this.parts.settings.repositories.find(
      ({ name }) => name === repository,
    );
    if (!found) return 'push';
    return found.way === 'either'
      ? this.#soon(this.#asked(repository, found.branch))
      : found.way;
  }

  #asked(repository: string, branch: string): Promise<Way> {
    const { clock, pullRequests } = this.parts;
    const known = this.#answers.get(repository);
    if (known && clock.now() - known.at < GOOD_FOR) return known.way;
    const way = Promise.resolve(
      pullRequests(repository)?.wantsPullRequests(branch),
    ).then((wants): Way => (wants ? 'pull-request' : 'push'));
    way.catch(() => this.#answers.delete(repository));
    this.#answers.set(repository, { way, at: clock.now() });
    return way;
  }

  #soon(way: Promise<Way>): Promise<Way> {
    return new Promise(resolve => {
      const push = () => resolve('push');
      const callOff = this.parts.clock.after(ANSWER_WITHIN, push);
      way.then(resolve, push).finally(callOff);
    });
  }
}
