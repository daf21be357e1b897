import type { HostedRepository } from '../../git/HostedRepositories';
import { branchesOf } from '../../git/movedBranches';
import type { Clock } from '../../kubernetes/clock';
import { GitHubError, notFound } from '../GitHubError';
import type { BranchRule } from '../rules/BranchRule';
import type { CheckRuns } from './CheckRuns';
import { firstNumber } from './firstNumber';
import { follow } from './follow';
import { eventsOf } from './IssueEvent';
import { MergeDesk, type DeskOptions } from './MergeDesk';
import { newPullRequest, type NewPullRequest } from './newPullRequest';
import type { Comment, PullRequest, Review } from './PullRequest';
import type { PullRequestChange } from './PullRequestChange';
import { baseOf, sidesOf, type PullRequestWish } from './sidesOf';

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
    const branches = await this.#branches();
    for (const each of this.#all) await this.#follow(each, branches);
    return [...this.#all];
  }

  /** @throws GitHubError 404 */
  async get(number: number): Promise<PullRequest> {
    const found = this.#all.find(each => each.number === number);
    if (!found) throw notFound();
    await this.#follow(found, await this.#branches());
    return found;
  }

  /** @throws GitHubError 422 where GitHub would not open it */
  async open(wish: PullRequestWish): Promise<PullRequest> {
    const sides = await sidesOf(this.repository, wish, await this.list());
    const isFirst = this.#all.length === 0;
    const first = isFirst ? await firstNumber(this.repository) : 1;
    const last = this.#all.at(-1)?.number;
    const { title, body, author, isDraft } = wish;
    const opened = this.put({
      ...sides,
      ...{ title, body, author, isDraft },
      number: last ? last + 1 : first,
      at: this.options.clock.now(),
    });
    this.tell(opened, { action: 'opened' });
    this.checks.begin(opened.head.sha);
    return opened;
  }

  /** Puts one in as if it had been there; nobody is told, and nothing is checked. */
  put(known: NewPullRequest): PullRequest {
    const made = newPullRequest(known);
    this.#all.push(made);
    return made;
  }

  /** Whether one of them is at a commit. */
  isHead(sha: string): boolean {
    return this.#all.some(({ head }) => head.sha === sha);
  }

  /** Has it come to another branch; nobody is told. @throws GitHubError 422 where it cannot */
  async retarget(pullRequest: PullRequest, branch: string): Promise<void> {
    pullRequest.base = await baseOf(this.repository, pullRequest, branch);
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

  /** Keeps what was changed, and tells who listens. */
  tell(pullRequest: PullRequest, change: PullRequestChange): void {
    const at = this.options.clock.now();
    const actor = change.by ?? pullRequest.author;
    pullRequest.updatedAt = at;
    for (const each of eventsOf(change, pullRequest)) {
      pullRequest.events.push({ ...each, id: ++this.#lastId, actor, at });
    }
    this.options.onChange(pullRequest, change);
  }

  comment(
    pullRequest: PullRequest,
    said: { author: string; body: string },
  ): Comment {
    const at = this.options.clock.now();
    const comment = { ...said, id: ++this.#lastId, at };
    pullRequest.comments.push(comment);
    pullRequest.updatedAt = at;
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
    pullRequest.updatedAt = at;
    return review;
  }

  /** Where all branches are now; none where the repository is gone. */
  #branches(): Promise<ReadonlyMap<string, string>> {
    return branchesOf(this.repository.folder).catch(() => new Map());
  }

  async #follow(
    pullRequest: PullRequest,
    branches: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { head, base } = pullRequest;
    const isWhereItWas = [head, base].every(
      ({ branch, sha }) => branches.get(branch) === sha,
    );
    if (isWhereItWas) return;
    const followed = await follow(this.repository, pullRequest);
    if (followed.is === 'closed') this.close(pullRequest);
    if (followed.is !== 'moved') return;
    const { before } = followed;
    const after = pullRequest.head.sha;
    this.tell(pullRequest, { action: 'synchronize', more: { before, after } });
    this.checks.begin(after);
  }
}
