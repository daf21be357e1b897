import type { Hooks } from './hearing/Hooks';
import type { MergeSettings } from './settings/MergeSettings';
import type { Stores } from './storage/openStores';
import type { Worker } from './syncing/Worker';
import type { OrganizationRepositories } from './wishes/OrganizationRepositories';
import type { WishKeeper } from './wishes/WishKeeper';

/** Compares everything with GitHub: what is wanted, what GitHub was told, and whether GitHub tells the portal. */
export class Looking {
  /** Organisations that were compared since GitHub was asked to tell of them. */
  readonly #heard = new Set<string>();

  constructor(
    private readonly parts: {
      settings: Pick<MergeSettings, 'organizations'>;
      stores: Pick<Stores, 'repositories' | 'work'>;
      hooks: Hooks;
      listed: OrganizationRepositories;
      wishes: WishKeeper;
      worker: Worker;
    },
  ) {}

  /** Looks at all repositories again, or at that of a service. @returns how many */
  async again(service?: string): Promise<number> {
    const { stores, hooks, listed, wishes, worker } = this.parts;
    if (!service) await listed.refresh();
    await wishes.look();
    const all = await stores.repositories.all();
    // First, so that what happens meanwhile is told.
    if (!service) {
      const organizations = this.#organizationsOf(all);
      await hooks.keepOnly(organizations);
      await this.#hear(organizations);
    }
    const names = all
      .filter(({ services }) => !service || services.includes(service))
      .map(({ name }) => name);
    if (names.length > 0) await stores.work.ask({ names, deep: true });
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
      name => !this.#heard.has(name),
    );
    if (newcomers.length === 0) return;
    await this.#hear(newcomers);
    // What happened there before it was heard, nobody told.
    const names = all
      .map(({ name }) => name)
      .filter(name => newcomers.includes(name.split('/')[0]));
    if (names.length > 0) await stores.work.ask({ names, deep: true });
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

  async #hear(organizations: readonly string[]) {
    await this.parts.hooks.keep(organizations);
    for (const each of organizations) this.#heard.add(each);
  }
}
