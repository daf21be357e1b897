import {
  type GitHubAccess,
  GitHubOrganization,
  GitHubRepository,
  NoSuchThing,
} from '@sphera/plugin-git-node';
import { keepHook } from './keepHook';
import type { Frozen, GitHub, OpenPullRequest, Status } from './GitHub';
import { keepOrganizationRuleset } from './keepOrganizationRuleset';
import { keepRepositoryRuleset } from './keepRepositoryRuleset';
import { requiresStatus } from './requiresStatus';

const PAGE = 100;

/** GitHub, or a GitHub Enterprise Server, by its REST API. */
export class OctokitGitHub implements GitHub {
  readonly #repositories = new Map<string, GitHubRepository>();

  constructor(private readonly access: GitHubAccess) {}

  async repositoriesOf(organization: string): Promise<string[]> {
    const of = this.#organization(organization);
    const { org } = of;
    const all = await of.ask('list repositories', (rest, every) =>
      every(rest.repos.listForOrg, { org, per_page: PAGE }),
    );
    return all
      .filter(({ archived }) => !archived)
      .map(({ full_name }) => full_name);
  }

  async look(name: string): Promise<{ defaultBranch: string }> {
    const { repository, where } = this.#repository(name);
    const { data } = await repository.ask('look at the repository', rest =>
      rest.repos.get(where),
    );
    return { defaultBranch: data.default_branch };
  }

  async pullRequestsTo(name: string, base: string): Promise<OpenPullRequest[]> {
    const { repository, where } = this.#repository(name);
    const all = await repository.ask('list pull requests', (rest, every) =>
      every(rest.pulls.list, {
        ...where,
        base,
        state: 'open',
        sort: 'updated',
        direction: 'desc',
        per_page: PAGE,
      }),
    );
    return all.map(each => ({
      number: each.number,
      title: each.title,
      author: each.user?.login ?? 'ghost',
      url: each.html_url,
      head: each.head.sha,
      labels: each.labels.map(label => label.name),
      updatedAt: new Date(each.updated_at ?? each.created_at).toISOString(),
    }));
  }

  async statusesOf(name: string, ref: string): Promise<Map<string, Status>> {
    const { repository, where } = this.#repository(name);
    const { data } = await repository.ask('read commit statuses', rest =>
      rest.repos.getCombinedStatusForRef({ ...where, ref, per_page: PAGE }),
    );
    return new Map(
      data.statuses.map(({ context, state, description, target_url }) => [
        context,
        {
          state: state as Status['state'],
          description: description ?? '',
          url: target_url ?? '',
        },
      ]),
    );
  }

  async setStatus(
    name: string,
    sha: string,
    context: string,
    { state, description, url }: Status,
  ): Promise<void> {
    const { repository, where } = this.#repository(name);
    await repository.ask('set commit statuses', rest =>
      rest.repos.createCommitStatus({
        ...where,
        sha,
        context,
        state,
        description,
        target_url: url,
      }),
    );
  }

  async labelledBy(
    name: string,
    issue_number: number,
    label: string,
  ): Promise<string | undefined> {
    const { repository, where } = this.#repository(name);
    const events = await repository.ask(
      'read who put labels on',
      (rest, every) =>
        every(rest.issues.listEvents, {
          ...where,
          issue_number,
          per_page: PAGE,
        }),
    );
    const wanted = label.toLowerCase();
    return events
      .filter(each => each.event === 'labeled')
      .filter(each => 'label' in each && isNamed(each.label, wanted))
      .at(-1)?.actor?.login;
  }

  async requires(
    name: string,
    branch: string,
    context: string,
  ): Promise<boolean> {
    return requiresStatus(this.#repository(name).repository, branch, context);
  }

  async require(
    name: string,
    contexts: readonly string[],
    known?: number,
  ): Promise<number> {
    const { repository } = this.#repository(name);
    return keepRepositoryRuleset(repository, contexts, known);
  }

  async letGo(name: string, ruleset_id: number): Promise<void> {
    const { repository, where } = this.#repository(name);
    try {
      await repository.ask('set up rulesets', rest =>
        rest.repos.deleteRepoRuleset({ ...where, ruleset_id }),
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

  #organization(organization: string) {
    return new GitHubOrganization({ ...this.access, organization });
  }

  #repository(name: string) {
    const [owner, repo] = name.split('/');
    const { gitHub, ...access } = this.access;
    const repository =
      this.#repositories.get(name) ??
      new GitHubRepository({ ...access, gitHub: { ...gitHub, owner, repo } });
    this.#repositories.set(name, repository);
    return { repository, where: { owner, repo } };
  }
}

function isNamed(label: unknown, wanted: string): boolean {
  const { name } = label as { name?: unknown };
  return typeof name === 'string' && name.toLowerCase() === wanted;
}
