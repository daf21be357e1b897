import {
  type Clock,
  inParts,
  NeighbourError,
  type OperationsService,
} from '@sphera/plugin-operations-node';
import { Semaphore } from 'async-mutex';
import type { GitHub, OpenPullRequest } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptPullRequest } from '../storage/KeptPullRequest';
import type { KeptRepository, Outcome } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import type { Exemptions } from '../exempting/Exemptions';
import { holdBranch } from './holdBranch';
import type { OrganizationSwitch } from './OrganizationSwitch';
import { PullRequestSync, unsettled } from './PullRequestSync';

/** How many pull requests are told at once, of all repositories of a replica. GitHub wants no more than a hundred calls at once. */
const AT_ONCE = 16;
/** How many are told before what was told is written down. */
const PART = 64;

/** Has GitHub do what is wanted of one repository. */
export class RepositorySync {
  readonly #places = new Semaphore(AT_ONCE);
  readonly #pullRequests: PullRequestSync;

  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      stores: Stores;
      organizations: OrganizationSwitch;
      exemptions: Exemptions;
      operations: Pick<OperationsService, 'announce'>;
      clock: Clock;
    },
  ) {
    this.#pullRequests = new PullRequestSync(parts);
  }

  /**
   * Goes through it once, from its default branch to its pull requests.
   *
   * @param goOn - whether it is this replica's turn still
   * @throws NeighbourError
   */
  async bring(
    repository: KeptRepository,
    goOn: () => Promise<boolean>,
  ): Promise<Outcome | undefined> {
    const { github, clock } = this.parts;
    const { spelled, known } = repository;
    const deep = repository.askedDeep > repository.done || !known.defaultBranch;
    const branch =
      deep || !known.defaultBranch
        ? (await github.look(spelled)).defaultBranch
        : known.defaultBranch;
    const held = await holdBranch(repository, branch, { ...this.parts, deep });
    const open = await github.pullRequestsTo(spelled, branch);
    const told = await this.#tell(repository, open, { deep, goOn });
    if (!told) return undefined;
    const { kept, problems } = told;
    const now = clock.now();
    const settled =
      held.known.isEnforced === false ? 'unenforced' : repository.wanted;
    const state = problems.length > 0 ? 'failed' : settled;
    const sentence = [held.gap, ...problems.slice(0, 1)].filter(Boolean)[0];
    return {
      state,
      since: state === repository.state ? repository.since : now,
      problem: sentence ? problemOf(repository, sentence, now) : undefined,
      checkedAt: now,
      open: open.length,
      held: kept.filter(each => each.state === 'held').length,
      exempt: kept.filter(each => each.state === 'exempt').length,
      newestAt: Math.max(0, ...kept.map(({ updatedAt }) => updatedAt)),
      known: held.known,
    };
  }

  async #tell(
    repository: KeptRepository,
    open: readonly OpenPullRequest[],
    { deep, goOn }: { deep: boolean; goOn: () => Promise<boolean> },
  ) {
    const { pullRequests } = this.parts.stores;
    const before = new Map(
      (await pullRequests.of(repository.name)).map(one => [one.number, one]),
    );
    const numbers = new Set(open.map(({ number }) => number));
    await pullRequests.forget(
      repository.name,
      [...before.keys()].filter(number => !numbers.has(number)),
    );
    const kept: KeptPullRequest[] = [];
    const problems: string[] = [];
    for (const part of inParts(open, PART)) {
      if (!(await goOn())) return undefined;
      const settled = await Promise.allSettled(
        part.map(one =>
          this.#places.runExclusive(() =>
            this.#pullRequests.bring(repository, one, {
              kept: before.get(one.number),
              deep,
            }),
          ),
        ),
      );
      const told: KeptPullRequest[] = [];
      let passing: unknown;
      settled.forEach((outcome, index) => {
        if (outcome.status === 'fulfilled') {
          told.push(outcome.value);
          return;
        }
        const error: unknown = outcome.reason;
        told.push(unsettled(repository, part[index]));
        if (error instanceof NeighbourError && !error.isPassing) {
          problems.push(error.message);
        } else passing ??= error;
      });
      await pullRequests.write(told);
      kept.push(...told);
      if (passing) throw passing;
    }
    return { kept, problems };
  }
}

/** The same thing again is not new. */
export function problemOf(
  { problem }: KeptRepository,
  sentence: string,
  now: number,
) {
  const since =
    problem?.sentence === sentence
      ? problem.since
      : new Date(now).toISOString();
  return { sentence, since };
}
