import type {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import {
  type GitHubPlace,
  GitHubRepository,
  type Patience,
  sourceOf,
} from '@sphera/plugin-git-node';
import type { Seen } from '@sphera/plugin-lifecycle-node';
import {
  type Clock,
  NeighbourError,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { GitHubAccess } from './GitHubAccess';
import { lastBuild } from './lastBuild';
import { readRepository } from './readRepository';
import { RememberedAnswers } from './RememberedAnswers';
import { noRepository, repositoryFacts } from './repositoryFacts';

/** Sooner than usual: a look that takes too long is worth nothing. */
const PATIENCE: Patience = { answerWithin: 8_000, retryAfter: 500 };

/** Looks at repositories of services, on each host that the integrations know. */
export class GitHubLooks {
  readonly #access = new Map<string, GitHubAccess>();
  readonly #answers = new Map<string, RememberedAnswers>();

  constructor(
    private readonly parts: {
      integrations: ScmIntegrationRegistry;
      credentials: GithubCredentialsProvider;
      isOwn: (check: string) => boolean;
      clock: Pick<Clock, 'now'>;
      patience?: Patience;
    },
  ) {}

  /** Looks at the repository of one service. Never throws for what GitHub does. */
  async at(service: ServiceEntry): Promise<Seen> {
    const { integrations } = this.parts;
    const place = sourceOf(service.annotations, integrations);
    if (!place) {
      return {
        facts: noRepository(
          'The catalog entry names no repository: it lacks the annotation github.com/project-slug, like kestrel/quotes',
        ),
      };
    }
    const { host } = place;
    const config = integrations.github.byHost(host)?.config;
    if (!config?.token && !config?.apps?.length) {
      return {
        failed: `The portal has no credentials for ${host}: add a token or an app of this host to integrations.github of the configuration`,
      };
    }
    try {
      return { facts: await this.#look(place) };
    } catch (error) {
      if (error instanceof NeighbourError) return { failed: error.message };
      throw error;
    }
  }

  async #look(place: GitHubPlace) {
    const { credentials, patience = PATIENCE, isOwn } = this.parts;
    const repository = new GitHubRepository({
      gitHub: place,
      credentials,
      patience,
    });
    const answers = this.#answersOf(place);
    const found = await readRepository(repository, answers);
    const { host } = place;
    if (!found) {
      return noRepository(
        `GitHub at ${host} has no ${repository.name} that the portal may see: create it, let the portal read it, or change the annotation github.com/project-slug`,
      );
    }
    if (found.name.toLowerCase() !== repository.name.toLowerCase()) {
      return noRepository(
        `${repository.name} is called ${found.name} now: change the annotation github.com/project-slug`,
      );
    }
    const { head } = found;
    const last =
      head && (await lastBuild(repository, answers, { sha: head.sha, isOwn }));
    return repositoryFacts(found, last);
  }

  #answersOf({ host, owner, repo }: GitHubPlace): RememberedAnswers {
    const name = `${host}/${owner}/${repo}`.toLowerCase();
    let answers = this.#answers.get(name);
    if (!answers) {
      answers = new RememberedAnswers(this.#accessTo(host));
      this.#answers.set(name, answers);
    }
    return answers;
  }

  #accessTo(host: string): GitHubAccess {
    let access = this.#access.get(host);
    if (!access) {
      access = new GitHubAccess(this.parts.clock);
      this.#access.set(host, access);
    }
    return access;
  }
}
