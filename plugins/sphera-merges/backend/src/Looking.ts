import type { LoggerService } from '@backstage/backend-plugin-api';
import type { GitHub } from './adapters/github/GitHub';
import type { MergeSettings } from './settings/MergeSettings';
import type { Stores } from './storage/openStores';
import type { Worker } from './syncing/Worker';
import type { OrganizationRepositories } from './wishes/OrganizationRepositories';
import type { WishKeeper } from './wishes/WishKeeper';

/** Compares everything with GitHub: what is wanted, what GitHub was told, and whether GitHub tells the portal. */
export class Looking {
  readonly #said = new Map<string, string>();

  constructor(
    private readonly parts: {
      settings: MergeSettings;
      github: GitHub;
      stores: Stores;
      listed: OrganizationRepositories;
      wishes: WishKeeper;
      worker: Worker;
      logger: LoggerService;
    },
  ) {}

  /** Looks at all repositories again, or at that of a service. @returns how many */
  async again(service?: string): Promise<number> {
    const { stores, listed, wishes, worker } = this.parts;
    if (!service) await listed.refresh();
    await wishes.look();
    const all = await stores.repositories.all();
    // First, so that what happens meanwhile is told.
    if (!service) await this.#keepHooks(this.#organizationsOf(all));
    const names = all
      .filter(({ services }) => !service || services.includes(service))
      .map(({ name }) => name);
    if (names.length > 0) await stores.repositories.ask({ names, deep: true });
    worker.wake();
    return names.length;
  }

  /** What nobody told of, and what another replica left half done. */
  async catchUp(): Promise<void> {
    const { stores, wishes, worker } = this.parts;
    await wishes.look();
    worker.wake();
    const all = await stores.repositories.all();
    // At the first start the catalog is read after all of this began.
    const newcomers = this.#organizationsOf(all).filter(
      name => !this.#said.has(name),
    );
    if (newcomers.length === 0) return;
    await this.#keepHooks(newcomers);
    // What happened there before it was heard, nobody told.
    const names = all
      .map(({ name }) => name)
      .filter(name => newcomers.includes(name.split('/')[0]));
    if (names.length > 0) await stores.repositories.ask({ names, deep: true });
    worker.wake();
  }

  #organizationsOf(repositories: readonly { name: string }[]): string[] {
    const { organizations } = this.parts.settings;
    return [
      ...new Set([
        ...organizations.map(name => name.toLowerCase()),
        ...repositories.map(({ name }) => name.split('/')[0]),
      ]),
    ];
  }

  async #keepHooks(organizations: readonly string[]) {
    const { settings, github } = this.parts;
    if (!settings.webhook) return;
    for (const organization of organizations) {
      try {
        await github.hear(organization, settings.webhook);
        this.#sayOnce(organization, `GitHub tells of what happens in it`);
      } catch (error) {
        this.#sayOnce(
          organization,
          `GitHub does not tell of what happens in it, so that new pull requests are noticed at the next comparison alone: ${
            error instanceof Error ? error.message : error
          }`,
        );
      }
    }
  }

  /** The same thing again is no news. */
  #sayOnce(organization: string, sentence: string) {
    if (this.#said.get(organization) === sentence) return;
    this.#said.set(organization, sentence);
    this.parts.logger.info(`Organisation ${organization}: ${sentence}`);
  }
}
