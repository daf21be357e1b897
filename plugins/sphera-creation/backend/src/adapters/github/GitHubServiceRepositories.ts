import type { GithubCredentialsProvider } from '@backstage/integration';
import {
  GitHubRepository,
  NoSuchThing,
  type Patience,
  readFile,
} from '@sphera/plugin-git-node';
import type { GitHubSettings } from '../../settings/CreationSettings';
import { creationIn } from './creationIn';
import type {
  FoundRepository,
  ServiceRepositories,
  TeamAccess,
} from './ServiceRepositories';
import { settleBranch } from './settling/settleBranch';
import { settleLabels } from './settling/settleLabels';
import { settleTeams } from './settling/settleTeams';
import { settleTopics } from './settling/settleTopics';

/** Repositories of services on GitHub, or on a GitHub Enterprise Server. */
export class GitHubServiceRepositories implements ServiceRepositories {
  constructor(
    private readonly settings: GitHubSettings,
    private readonly credentials: GithubCredentialsProvider,
    private readonly patience?: Partial<Patience>,
  ) {}

  async look(name: string): Promise<FoundRepository | undefined> {
    const repository = this.#of(name);
    const data = await orNothing(
      repository.ask('look at the repository', rest =>
        rest.repos.get(whereIs(repository)).then(answer => answer.data),
      ),
    );
    // GitHub still answers for the old name of one that was renamed.
    if (data?.name.toLowerCase() !== name) return undefined;
    const branch = data.default_branch;
    const head = await orNothing(
      repository.ask('look at branches', rest =>
        rest.repos
          .getBranch({ ...whereIs(repository), branch })
          .then(answer => answer.data.commit.sha),
      ),
    );
    const about = head && (await this.read(name, head, 'catalog-info.yaml'));
    return {
      url: data.html_url,
      defaultBranch: branch,
      createdAt: Date.parse(data.created_at),
      head,
      creation: about ? creationIn(about) : undefined,
    };
  }

  async exists(name: string): Promise<boolean> {
    const repository = this.#of(name);
    const found = await orNothing(
      repository.ask('look at the repository', rest =>
        rest.repos.get(whereIs(repository)),
      ),
    );
    return found !== undefined;
  }

  async read(
    name: string,
    commit: string,
    path: string,
  ): Promise<string | undefined> {
    return readFile(this.#of(name), path, commit);
  }

  async settle(name: string, teams: TeamAccess[]): Promise<void> {
    const repository = this.#of(name);
    await settleTeams(repository, teams);
    await settleLabels(repository, this.settings.labels);
    await settleTopics(repository, this.settings.topics);
    // Last of all: from here on even the portal cannot push to it.
    await settleBranch(repository, this.settings);
  }

  async delete(name: string): Promise<void> {
    const repository = this.#of(name);
    await orNothing(
      repository.ask('delete repositories', rest =>
        rest.repos.delete(whereIs(repository)),
      ),
    );
  }

  urlOf(name: string): string {
    const { origin, organization } = this.settings;
    return `${origin}/${organization}/${name}`;
  }

  #of(repo: string): GitHubRepository {
    const { host, apiBaseUrl, organization: owner } = this.settings;
    return new GitHubRepository({
      gitHub: { host, apiBaseUrl, owner, repo },
      credentials: this.credentials,
      patience: this.patience,
    });
  }
}

function whereIs({ owner, repo }: GitHubRepository) {
  return { owner, repo };
}

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NoSuchThing) return undefined;
    throw error;
  }
}
