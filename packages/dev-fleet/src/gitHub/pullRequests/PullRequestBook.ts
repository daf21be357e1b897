import type {
  HostedRepositories,
  HostedRepository,
} from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError, notFound } from '../GitHubError';
import type { MergeMethod, PullRequestRules } from '../rules';
import { CheckRuns, type Outcome } from './CheckRuns';
import { firstNumber } from './firstNumber';
import { follow } from './follow';
import { mergeability, type Mergeability } from './mergeability';
import type { Comment, PullRequest } from './PullRequest';
import { refusalOf } from './refusalOf';
import { sidesOf, type PullRequestWish } from './sidesOf';
import { writeMerge, writeUpdate } from './writeMerge';

/** The pull requests of one repository, kept in memory; their commits are in its folder. */
export class PullRequestBook {
  readonly checks: CheckRuns;
  readonly #all: PullRequest[] = [];
  #lastComment = 9_000;

  constructor(
    readonly repository: HostedRepository,
    readonly rules: PullRequestRules,
    private readonly options: {
      repositories: HostedRepositories;
      clock: Pick<Clock, 'now'>;
      checksTake: number;
      outcome(): Outcome;
      /** Whether the branch moves right before something is merged into it. */
      isRaced(): boolean;
    },
  ) {
    this.checks = new CheckRuns({
      clock: options.clock,
      required: rules.requiredChecks ?? [],
      others: rules.otherChecks ?? [],
      takes: options.checksTake,
      outcome: options.outcome,
    });
  }

  /** All of them as they are now, the oldest first. */
  async list(): Promise<PullRequest[]> {
    for (const each of this.#all) await this.#follow(each);
    return [...this.#all];
  }

  /** @throws GitHubError 404 */
  async get(number: number): Promise<PullRequest> {
    const found = this.#all.find(each => each.number === number);
    if (!found) throw notFound();
    await this.#follow(found);
    return found;
  }

  /** @throws GitHubError 422 where GitHub would not open it */
  async open(wish: PullRequestWish): Promise<PullRequest> {
    const { title, body, author } = wish;
    const others = await this.list();
    const last = others.at(-1)?.number;
    const opened: PullRequest = {
      ...(await sidesOf(this.repository, wish, others)),
      number: last ? last + 1 : await firstNumber(this.repository),
      title,
      body,
      author,
      state: 'open',
      createdAt: this.options.clock.now(),
      comments: [],
    };
    this.#all.push(opened);
    this.checks.begin(opened.head.sha);
    return opened;
  }

  close(pullRequest: PullRequest): void {
    if (pullRequest.state === 'closed') return;
    pullRequest.state = 'closed';
    pullRequest.closedAt = this.options.clock.now();
  }

  comment(
    pullRequest: PullRequest,
    said: { author: string; body: string },
  ): Comment {
    const at = this.options.clock.now();
    const comment = { ...said, id: ++this.#lastComment, at };
    pullRequest.comments.push(comment);
    return comment;
  }

  /** Whether it can be merged now; at the first look at a pair of commits GitHub does not know yet. */
  async mergeability(pullRequest: PullRequest): Promise<Mergeability> {
    const { head, base } = pullRequest;
    const looked = `${head.sha} ${base.sha}`;
    if (pullRequest.lookedAt !== looked) {
      pullRequest.lookedAt = looked;
      return { mergeable: null, state: 'unknown' };
    }
    return this.#mergeability(pullRequest);
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
    if (!isExpected || !(await this.#move(head.branch, commit, head))) {
      throw new GitHubError(
        422,
        'expected head sha didn’t match current head ref.',
      );
    }
    this.options.repositories.pushed(this.repository.name, head.branch);
  }

  /** @throws GitHubError 405, 409 where it is not merged */
  async merge(
    pullRequest: PullRequest,
    how: {
      by: string;
      method: MergeMethod;
      sha?: string;
      title?: string;
      message?: string;
    },
  ): Promise<string> {
    const { head, base } = pullRequest;
    const refusal = refusalOf(pullRequest, how, {
      rules: this.rules,
      mergeability: await this.#mergeability(pullRequest),
      checks: this.checks.of(head.sha),
    });
    if (refusal) throw refusal;
    const at = this.options.clock.now();
    const commit = await writeMerge(this.repository, pullRequest, {
      ...how,
      at,
    });
    const isMoved =
      this.options.isRaced() || !(await this.#move(base.branch, commit, base));
    if (isMoved) {
      throw new GitHubError(
        405,
        'Base branch was modified. Review and try the merge again.',
      );
    }
    pullRequest.state = 'closed';
    pullRequest.closedAt = at;
    pullRequest.merged = { by: how.by, commit };
    this.options.repositories.pushed(this.repository.name, base.branch);
    return commit;
  }

  async #move(
    branch: string,
    to: string,
    { sha: from }: { sha: string },
  ): Promise<boolean> {
    const args = ['update-ref', `refs/heads/${branch}`, to, from];
    return runGit(this.repository.folder, args).then(
      () => true,
      () => false,
    );
  }

  async #mergeability(pullRequest: PullRequest): Promise<Mergeability> {
    const { sha } = pullRequest.head;
    return mergeability(this.repository, pullRequest, {
      rules: this.rules,
      checks: this.checks.of(sha),
      statuses: this.checks.statusesOf(sha),
    });
  }

  async #follow(pullRequest: PullRequest): Promise<void> {
    const { sha } = pullRequest.head;
    await follow(this.repository, pullRequest, () => this.close(pullRequest));
    if (pullRequest.head.sha !== sha) this.checks.begin(pullRequest.head.sha);
  }
}
