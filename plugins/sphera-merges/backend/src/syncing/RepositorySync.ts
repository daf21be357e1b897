import {
  type Clock,
  groupedBy,
  inParts,
  NeighbourError,
} from '@sphera/plugin-operations-node';
import { Semaphore } from 'async-mutex';
import type { GitHub, OpenPullRequest } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptPullRequest } from '../storage/KeptPullRequest';
import type { KeptRepository, Outcome } from '../storage/KeptRepository';
import type { Stores } from '../storage/openStores';
import type { Exemptions } from '../exempting/Exemptions';
import { isDeep } from './isDeep';
import type { MergeSwitch } from './MergeSwitch';
import { problemOf } from './problemOf';
import { PullRequestSync, unsettled } from './PullRequestSync';
import { tellQueue } from './tellQueue';

/** How many commits are told at once, of all repositories of a replica. GitHub wants no more than a hundred calls at once. */
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
      mergeSwitch: MergeSwitch;
      exemptions: Exemptions;
      clock: Clock;
    },
  ) {
    this.#pullRequests = new PullRequestSync(parts);
  }

  /**
   * Goes through it once, from its default branch to its pull requests.
   *
   * @param goOn - whether it is this replica's turn still
   * @throws NeighbourError, and ServiceUnavailableError where a switch cannot be put on the record
   */
  async bring(
    before: KeptRepository,
    goOn: () => Promise<boolean>,
  ): Promise<Outcome | undefined> {
    const { mergeSwitch, clock } = this.parts;
    const deep = isDeep(before);
    const branch = await this.#branchOf(before);
    const { known, gap } = await mergeSwitch.bring(before, branch);
    const repository = { ...before, known };
    const open = await this.#openOf(repository, branch);
    const told = await this.#tell(repository, open, { deep, goOn });
    if (!told) return undefined;
    const queue = await tellQueue(repository, branch, { ...this.parts, deep });
    const { kept, problems } = told;
    const now = clock.now();
    const settled =
      known.isEnforced === false ? 'unenforced' : repository.wanted;
    const state = problems.length > 0 ? 'failed' : settled;
    const sentence = gap ?? problems[0];
    return {
      state,
      since: state === before.state ? before.since : now,
      problem: sentence ? problemOf(before.problem, sentence, now) : undefined,
      checkedAt: now,
      open: open.length,
      held: kept.filter(each => each.state === 'held').length,
      exempt: kept.filter(each => each.state === 'exempt').length,
      newestAt: Math.max(0, ...kept.map(({ updatedAt }) => updatedAt)),
      known: { ...known, queue },
    };
  }

  async #branchOf(repository: KeptRepository): Promise<string> {
    const { spelled, known, tries, isLeft } = repository;
    // After a failure one looks whether GitHub is there, so that not each attempt goes on the record.
    const isKnown = isLeft || (!isDeep(repository) && tries === 0);
    if (isKnown && known.defaultBranch) return known.defaultBranch;
    return (await this.parts.github.look(spelled)).defaultBranch;
  }

  async #openOf({ spelled, isLeft }: KeptRepository, branch: string) {
    try {
      return await this.parts.github.pullRequestsTo(spelled, branch);
    } catch (error) {
      // There is nothing to let go of where it is gone, or none of the portal's any more.
      const isGone = error instanceof NeighbourError && !error.isPassing;
      if (isLeft && isGone) return [];
      throw error;
    }
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
    const commits = groupedBy(open, ({ head }) => head);
    for (const part of inParts(commits, PART)) {
      if (!(await goOn())) return undefined;
      const settled = await Promise.allSettled(
        part.map(alike =>
          this.#places.runExclusive(() =>
            this.#pullRequests.bring(repository, alike, { before, deep }),
          ),
        ),
      );
      const told: KeptPullRequest[] = [];
      let passing: unknown;
      settled.forEach((outcome, index) => {
        if (outcome.status === 'fulfilled') {
          told.push(...outcome.value);
          return;
        }
        const error: unknown = outcome.reason;
        told.push(
          ...part[index].map(one =>
            unsettled(repository, one, before.get(one.number)),
          ),
        );
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
