import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GitHub } from '../adapters/github/GitHub';
import type { RepositoryStore } from '../storage/RepositoryStore';

/** The repositories of whole organisations, as GitHub listed them last: a freeze does not wait for GitHub to list them. */
export class OrganizationRepositories {
  readonly #listed = new Map<string, string[]>();

  constructor(
    private readonly parts: {
      organizations: readonly string[];
      github: Pick<GitHub, 'repositoriesOf'>;
      store: Pick<RepositoryStore, 'all'>;
      logger: LoggerService;
    },
  ) {}

  /** Has GitHub list them again; what it does not list now stays as it was. */
  async refresh(): Promise<void> {
    const { organizations, github, logger } = this.parts;
    for (const organization of organizations) {
      try {
        const names = await github.repositoriesOf(organization);
        this.#listed.set(organization, names);
      } catch (error) {
        logger.warn(
          `New repositories of ${organization} are not looked after yet: ${error}`,
        );
      }
    }
  }

  /** As GitHub writes them; those that are looked after already where it listed none so far. */
  async names(): Promise<string[]> {
    const { organizations, store } = this.parts;
    const found: string[] = [];
    for (const organization of organizations) {
      const prefix = `${organization.toLowerCase()}/`;
      const listed =
        this.#listed.get(organization) ??
        (await store.all())
          .filter(({ name }) => name.startsWith(prefix))
          .map(({ spelled }) => spelled);
      found.push(...listed);
    }
    return found;
  }
}
