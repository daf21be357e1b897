import {
  type GitHubAccess,
  GitHubOrganization,
  GitHubRepository,
  NoSuchThing,
} from '@sphera/plugin-git-node';
import type {
  Frozen,
  GitHub,
  OpenPullRequest,
  Status,
  Statuses,
} from './GitHub';
import { keepHook } from './keepHook';
import { keepOrganizationRuleset } from './keepOrganizationRuleset';
import { keepRepositoryRuleset } from './keepRepositoryRuleset';
import { labelledBy, pullRequestsTo } from './pullRequests';
import { queuedFor } from './queuedFor';
import { requiresStatus } from './requiresStatus';
import { setStatus, statusesOf } from './statuses';

/** GitHub, or a GitHub Enterprise Server, by its REST API. */
export class OctokitGitHub implements GitHub {
  readonly #repositories = new Map<string, GitHubRepository>();

  constructor(private readonly access: GitHubAccess) {}

  async repositoriesOf(organization: string): Promise<string[]> {
    const of = this.#organization(organization);
    const { org } = of;
    const all = await of.ask('list repositories', (rest, every) =>
      every(rest.repos.listForOrg, { org, per_page: 100 }),
    );
    return all
      .filter(({ archived }) => !archived)
      .map(({ full_name }) => full_name);
  }

  async look(name: string): Promise<{ defaultBranch: string }> {
    const repository = this.#repository(name);
    const { owner, repo } = repository;
    const { data } = await repository.ask('look at the repository', rest =>
      rest.repos.get({ owner, repo }),
    );
    return { defaultBranch: data.default_branch };
  }

  async pullRequestsTo(
    name: string,
    branch: string,
  ): Promise<OpenPullRequest[]> {
    return pullRequestsTo(this.#repository(name), branch);
  }

  async statusesOf(name: string, commit: string): Promise<Statuses> {
    return statusesOf(this.#repository(name), commit);
  }

  async queuedFor(name: string, branch: string): Promise<string[]> {
    return queuedFor(this.#repository(name), branch);
  }

  async setStatus(
    name: string,
    commit: string,
    context: string,
    status: Status,
  ): Promise<void> {
    await setStatus(this.#repository(name), commit, context, status);
  }

  async labelledBy(
    name: string,
    pullRequest: number,
    label: string,
  ): Promise<string | undefined> {
    return labelledBy(this.#repository(name), pullRequest, label);
  }

  async requires(
    name: string,
    branch: string,
    context: string,
  ): Promise<boolean> {
    return requiresStatus(this.#repository(name), branch, context);
  }

  async require(
    name: string,
    contexts: readonly string[],
    known?: number,
  ): Promise<number> {
    return keepRepositoryRuleset(this.#repository(name), contexts, known);
  }

  async letGo(name: string, ruleset_id: number): Promise<void> {
    const repository = this.#repository(name);
    const { owner, repo } = repository;
    try {
      await repository.ask('set up rulesets', rest =>
        rest.repos.deleteRepoRuleset({ owner, repo, ruleset_id }),
      );
    } catch (error) {
      if (!(error instanceof NoSuchThing)) throw error;
    }
  }

  async freeze(
    organization: string,
    frozen: Frozen,
    about: { context: string; except: readonly string[] },
    known?: number,
  ): Promise<number> {
    const of = this.#organization(organization);
    return keepOrganizationRuleset(of, { frozen, ...about }, known);
  }

  async hear(
    organization: string,
    hook: { url: string; secret: string },
  ): Promise<void> {
    await keepHook(this.#organization(organization), hook);
  }

  #organization(organization: string): GitHubOrganization {
    return new GitHubOrganization({ ...this.access, organization });
  }

  #repository(name: string): GitHubRepository {
    const [owner, repo] = name.split('/');
    const { gitHub, ...access } = this.access;
    const repository =
      this.#repositories.get(name) ??
      new GitHubRepository({ ...access, gitHub: { ...gitHub, owner, repo } });
    this.#repositories.set(name, repository);
    return repository;
  }
}
