import { NeighbourError } from '@sphera/plugin-operations-node';
import type { GitHubApi, GitHubRepository } from '@sphera/plugin-git-node';
import { commentOnce } from './commentOnce';
import { judge } from './judge';
import { merge } from './merge';
import type { PullRequest, PullRequests } from './PullRequests';
import { readBranchRules } from './readBranchRules';
import { readChecks } from './readChecks';

import { GitHubRefusal } from '@sphera/plugin-git-node';
import { whyNotMerged } from './whyNotMerged';

type Data = Awaited<ReturnType<GitHubApi['rest']['pulls']['get']>>['data'];

/** Pull requests of a repository on GitHub. */
export class GitHubPullRequests implements PullRequests {
  constructor(private readonly repository: GitHubRepository) {}

  async ofBranch(branch: string): Promise<PullRequest | undefined> {
    return this.#newestOf(branch, 'all');
  }

  async open(request: {
    branch: string;
    into: string;
    title: string;
    body: string;
  }): Promise<PullRequest> {
    const { branch, into, title, body } = request;
    try {
      const { data } = await this.repository.ask('open pull requests', rest =>
        rest.pulls.create({
          ...this.#where,
          head: branch,
          base: into,
          title,
          body,
        }),
      );
      return await this.#toPullRequest(data);
    } catch (error) {
      // GitHub has one open pull request for a branch at most.
      if (!(error instanceof GitHubRefusal) || error.status !== 422)
        throw error;
      const open = await this.#newestOf(branch, 'open');
      if (open) return open;
      throw error;
    }
  }

  async merge(pullRequest: {
    number: number;
    head: string;
  }): Promise<PullRequest> {
    const { number, head } = pullRequest;
    try {
      await merge(this.repository, pullRequest);
    } catch (error) {
      if (!(error instanceof GitHubRefusal)) throw error;
      const { data } = await this.#read(number);
      const now = await this.#toPullRequest(data);
      if (now.state === 'merged') return now;
      if (data.mergeable_state === 'behind' && now.head === head) {
        throw await this.#bringUpToDate(now, data.base.ref);
      }
      throw whyNotMerged(now, head, error);
    }
    return this.#get(number);
  }

  async close(number: number, comment: string): Promise<void> {
    const { state } = await this.#read(number);
    if (state === 'merged') {
      throw new NeighbourError(
        `Pull request #${number} of ${this.repository.name} is merged already: it cannot be closed any more`,
        false,
      );
    }
    if (state === 'closed') return;
    await commentOnce(this.repository, number, comment);
    await this.repository.ask('close pull requests', rest =>
      rest.pulls.update({
        ...this.#where,
        pull_number: number,
        state: 'closed',
      }),
    );
  }

  async wantsPullRequests(branch: string): Promise<boolean> {
    const rules = await readBranchRules(this.repository, branch);
    return rules.wantsPullRequests;
  }

  get #where() {
    const { owner, repo } = this.repository;
    return { owner, repo };
  }

  async #newestOf(
    branch: string,
    state: 'all' | 'open',
  ): Promise<PullRequest | undefined> {
    const { data } = await this.repository.ask('read pull requests', rest =>
      rest.pulls.list({
        ...this.#where,
        head: `${this.repository.owner}:${branch}`,
        state,
        sort: 'created',
        direction: 'desc',
        per_page: 1,
      }),
    );
    // What is in a list lacks whether it can be merged.
    return data.length ? this.#get(data[0].number) : undefined;
  }

  async #get(number: number): Promise<PullRequest> {
    const { data } = await this.#read(number);
    return this.#toPullRequest(data);
  }

  async #read(number: number) {
    const { data } = await this.repository.ask('read pull requests', rest =>
      rest.pulls.get({ ...this.#where, pull_number: number }),
    );
    return { data, state: data.merged_at ? 'merged' : data.state };
  }

  async #toPullRequest(data: Data): Promise<PullRequest> {
    const common = {
      number: data.number,
      url: data.html_url,
      head: data.head.sha,
    };
    if (data.merged_at) {
      return {
        ...common,
        state: 'merged',
        mergeCommit: data.merge_commit_sha ?? undefined,
        checks: 'passed',
        sentence: 'It is merged',
      };
    }
    if (data.state === 'closed') {
      return {
        ...common,
        state: 'closed',
        checks: 'blocked',
        sentence: 'It was closed without being merged',
      };
    }
    const { ref: into } = data.base;
    const mergeableState = data.draft ? 'draft' : data.mergeable_state;
    const isBlocked = mergeableState === 'blocked';
    const [checks, rules] = await Promise.all([
      readChecks(this.repository, data.head.sha),
      isBlocked ? readBranchRules(this.repository, into) : undefined,
    ]);
    const required = rules?.requiredChecks ?? [];
    return {
      ...common,
      state: 'open',
      ...judge({ into, mergeableState, checks, required }),
    };
  }

  /** GitHub merges the other branch into this one; its head is another one then. */
  async #bringUpToDate(
    { number, head }: PullRequest,
    into: string,
  ): Promise<NeighbourError> {
    await this.repository.ask('update pull requests', rest =>
      rest.pulls.updateBranch({
        ...this.#where,
        pull_number: number,
        expected_head_sha: head,
      }),
    );
    return new NeighbourError(
      `Pull request #${number} is brought up to date with ${into} first, and its checks run anew`,
      true,
    );
  }
}
