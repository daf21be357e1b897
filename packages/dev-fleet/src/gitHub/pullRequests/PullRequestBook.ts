import type { HostedRepository } from '../../git/HostedRepositories';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError, notFound } from '../GitHubError';
import type { BranchRule } from '../rules/BranchRule';
import type { CheckRuns } from './CheckRuns';
import { firstNumber } from './firstNumber';
import { follow } from './follow';
import { MergeDesk, type DeskOptions } from './MergeDesk';
import type { Comment, PullRequest, Review } from './PullRequest';
import { sidesOf, type PullRequestWish } from './sidesOf';

/** What became of a pull request, as webhooks tell it. */
export interface PullRequestChange {
  action:
    | 'opened'
    | 'synchronize'
    | 'closed'
    | 'reopened'
    | 'labeled'
    | 'unlabeled'
    | 'edited';
  /** What else is told. */
  more?: object;
  /** Login of who did it; who opened it, if absent. */
  by?: string;
}

/** What a book needs of the rest. */
export interface BookOptions extends DeskOptions {
  clock: Pick<Clock, 'now'>;
  onChange(pullRequest: PullRequest, change: PullRequestChange): void;
}

/** The pull requests of one repository, kept in memory; their commits are in its folder. */
export class PullRequestBook {
  readonly checks: CheckRuns;
  readonly #all: PullRequest[] = [];
  #lastId = 9_000;

  /** Where they are merged. */
  readonly desk: MergeDesk;

  constructor(
    readonly repository: HostedRepository,
    private readonly options: BookOptions,
  ) {
    this.checks = options.checks;
    this.desk = new MergeDesk(repository, options, (pullRequest, by) =>
      this.close(pullRequest, by),
    );
  }

  /** What has to be fulfilled before something comes to a branch. */
  rulesFor(branch: string): BranchRule[] {
    return this.options.rulesFor(branch);
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
    const { title, body, author, isDraft = false } = wish;
    const sides = await sidesOf(this.repository, wish, await this.list());
    const first = await firstNumber(this.repository);
    const last = this.#all.at(-1)?.number;
    const opened: PullRequest = {
      ...sides,
      number: last ? last + 1 : first,
      title,
      body,
      author,
      isDraft,
      state: 'open',
      createdAt: this.options.clock.now(),
      comments: [],
      labels: [],
      reviews: [],
      assignees: [],
      requestedReviewers: { users: [], teams: [] },
    };
    this.#all.push(opened);
    this.tell(opened, { action: 'opened' });
    this.checks.begin(opened.head.sha);
    return opened;
  }

  close(pullRequest: PullRequest, by?: string): void {
    if (pullRequest.state === 'closed') return;
    pullRequest.state = 'closed';
    pullRequest.closedAt = this.options.clock.now();
    this.tell(pullRequest, { action: 'closed', by });
  }

  /** @throws GitHubError 422 where it cannot be open again */
  reopen(pullRequest: PullRequest, by: string): void {
    if (pullRequest.state === 'open') return;
    if (pullRequest.merged) {
      throw new GitHubError(422, 'Validation Failed', [
        {
          resource: 'PullRequest',
          code: 'custom',
          field: 'state',
          message: 'state cannot be changed. The pull request was merged.',
        },
      ]);
    }
    pullRequest.state = 'open';
    pullRequest.closedAt = undefined;
    this.tell(pullRequest, { action: 'reopened', by });
  }

  /** Tells who listens of a change. */
  tell(pullRequest: PullRequest, change: PullRequestChange): void {
    this.options.onChange(pullRequest, change);
  }

  comment(
    pullRequest: PullRequest,
    said: { author: string; body: string },
  ): Comment {
    const at = this.options.clock.now();
    const comment = { ...said, id: ++this.#lastId, at };
    pullRequest.comments.push(comment);
    return comment;
  }

  review(
    pullRequest: PullRequest,
    said: Pick<Review, 'author' | 'state' | 'body'>,
  ): Review {
    const at = this.options.clock.now();
    const { sha } = pullRequest.head;
    const review = { ...said, id: ++this.#lastId, at, sha };
    pullRequest.reviews.push(review);
    return review;
  }

  async #follow(pullRequest: PullRequest): Promise<void> {
    const followed = await follow(this.repository, pullRequest);
    if (followed.is === 'closed') this.close(pullRequest);
    if (followed.is !== 'moved') return;
    const { before } = followed;
    const after = pullRequest.head.sha;
    this.tell(pullRequest, { action: 'synchronize', more: { before, after } });
    this.checks.begin(after);
  }
}
