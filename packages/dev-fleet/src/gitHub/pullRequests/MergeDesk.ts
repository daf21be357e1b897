import type {
  BranchMove,
  HostedRepositories,
  HostedRepository,
} from '../../git/HostedRepositories';
import { NOTHING } from '../../git/movedBranches';
import { runGit } from '../../git/runGit';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError } from '../GitHubError';
import type { BranchRule } from '../rules/BranchRule';
import type { MergeMethod } from '../rules/PullRequestRules';
import type { CheckRuns } from './CheckRuns';
import { mergeability, type Mergeability } from './mergeability';
import type { PullRequest } from './PullRequest';
import { refusalOf } from './refusalOf';
import { writeMerge, writeUpdate } from './writeMerge';

/** How something is to be merged. */
export interface MergeWish {
  by: string;
  method: MergeMethod;
  sha?: string;
  title?: string;
  message?: string;
}

/** What merging needs of the rest. */
export interface DeskOptions {
  repositories: HostedRepositories;
  clock: Pick<Clock, 'now'>;
  checks: CheckRuns;
  /** What holds for a branch; for somebody, if he is named. */
  rulesFor(branch: string, login?: string): BranchRule[];
  methods(): MergeMethod[];
  deletesMergedBranches(): boolean;
  /** Whether the branch moves right before something is merged into it. */
  isRaced(): boolean;
}

/** Says of pull requests whether they can be merged, and merges them. */
export class MergeDesk {
  constructor(
    private readonly repository: HostedRepository,
    private readonly options: DeskOptions,
    private readonly close: (pullRequest: PullRequest, by: string) => void,
  ) {}

  /** Whether it can be merged now; at the first look at a pair of commits GitHub does not know yet. */
  async mergeability(pullRequest: PullRequest): Promise<Mergeability> {
    const { head, base } = pullRequest;
    const looked = `${head.sha} ${base.sha}`;
    if (pullRequest.lookedAt !== looked) {
      pullRequest.lookedAt = looked;
      return { mergeable: null, state: 'unknown' };
    }
    return this.#mergeability(pullRequest, this.options.rulesFor(base.branch));
  }

  /** Why it is not merged by somebody now; `undefined`: it would be. */
  async refusal(
    pullRequest: PullRequest,
    how: MergeWish,
  ): Promise<GitHubError | undefined> {
    const { head, base } = pullRequest;
    const rules = this.options.rulesFor(base.branch, how.by);
    return refusalOf(pullRequest, how, {
      methods: this.options.methods(),
      rules,
      mergeability: await this.#mergeability(pullRequest, rules),
      states: this.options.checks.statesOf(head.sha),
    });
  }

  /** Merges the other branch into that of a pull request. @throws GitHubError 422 */
  async bringUpToDate(
    pullRequest: PullRequest,
    expected: string | undefined,
  ): Promise<void> {
    const { head } = pullRequest;
    const at = this.options.clock.now();
    const commit = await writeUpdate(this.repository, pullRequest, at);
    const isExpected = !expected || expected === head.sha;
    const { author: by } = pullRequest;
    const move = { before: head.sha, after: commit, by };
    if (!isExpected || !(await this.#move(head.branch, move))) {
      throw new GitHubError(
        422,
        'expected head sha didn’t match current head ref.',
      );
    }
  }

  /** @throws GitHubError 405, 409 where it is not merged */
  async merge(pullRequest: PullRequest, how: MergeWish): Promise<string> {
    const { head, base } = pullRequest;
    const refusal = await this.refusal(pullRequest, how);
    if (refusal) throw refusal;
    const at = this.options.clock.now();
    const commit = await writeMerge(this.repository, pullRequest, {
      ...how,
      at,
    });
    const move = { before: base.sha, after: commit, by: how.by };
    const isMoved =
      !this.options.isRaced() && (await this.#move(base.branch, move, false));
    if (!isMoved) {
      throw new GitHubError(
        405,
        'Base branch was modified. Review and try the merge again.',
      );
    }
    pullRequest.merged = { by: how.by, commit };
    this.close(pullRequest, how.by);
    this.#pushed(base.branch, move);
    if (this.options.deletesMergedBranches()) {
      const gone = { before: head.sha, after: NOTHING, by: how.by };
      await this.#move(head.branch, gone);
    }
    return commit;
  }

  #pushed(branch: string, move: BranchMove): void {
    this.options.repositories.pushed(this.repository.name, branch, move);
  }

  /** `false`: somebody else moved it. */
  async #move(
    branch: string,
    move: BranchMove,
    isTold = true,
  ): Promise<boolean> {
    const ref = `refs/heads/${branch}`;
    const { before, after } = move;
    const args =
      after === NOTHING
        ? ['update-ref', '-d', ref, before]
        : ['update-ref', ref, after, before];
    const isMoved = await runGit(this.repository.folder, args).then(
      () => true,
      () => false,
    );
    if (isMoved && isTold) this.#pushed(branch, move);
    return isMoved;
  }

  #mergeability(
    pullRequest: PullRequest,
    rules: BranchRule[],
  ): Promise<Mergeability> {
    const { checks } = this.options;
    return mergeability(this.repository, pullRequest, { rules, checks });
  }
}
