import type { GitAccount } from '../../git/GitAccount';
import type {
  HostedRepositories,
  HostedRepository,
} from '../../git/HostedRepositories';
import type { Clock } from '../../kubernetes/clock';
import { Apps } from '../apps/Apps';
import type { AppAccount, AppWish } from '../apps/AppWish';
import { Hooks } from '../hooks/Hooks';
import { Ids } from './Ids';
import type { Outcome } from '../pullRequests/CheckRuns';
import type { PullRequestRules } from '../rules/PullRequestRules';
import { GitHubRepository } from './GitHubRepository';
import { makeRepository } from './makeRepository';
import { Organization, type OrganizationWish } from './Organization';
import { isAtLeast, type Permission } from './Permission';
import { tellOfPush } from './tellOfPush';

/** What a world is made of. */
export interface WorldOptions {
  repositories: HostedRepositories;
  accounts: readonly GitAccount[];
  rules: Record<string, PullRequestRules>;
  organizations: readonly OrganizationWish[];
  apps: readonly AppWish[];
  checksTake: number;
  clock: Pick<Clock, 'now'>;
  outcome(): Outcome;
  isRaced(): boolean;
  areHooksLost(): boolean;
}

/** All that an embedded GitHub knows: organisations, repositories, who may do what. Kept in memory, but for what is in Git. */
export class GitHubWorld {
  readonly ids = new Ids();
  readonly hooks: Hooks;
  readonly apps: Apps;
  /** `http://127.0.0.1:7008`, as it was reached last. */
  origin = 'http://127.0.0.1';
  readonly #organizations = new Map<string, Organization>();
  readonly #repositories = new Map<HostedRepository, GitHubRepository>();

  constructor(readonly options: WorldOptions) {
    const { repositories, organizations, clock, apps } = options;
    this.hooks = new Hooks({
      clock,
      nextId: () => this.ids.next(),
      isLost: options.areHooksLost,
    });
    this.apps = new Apps(apps, { clock, nextId: () => this.ids.next() });
    for (const wish of organizations) this.#addOrganization(wish);
    for (const hosted of repositories.list()) this.#adopt(hosted);
    repositories.onMade(hosted => this.#adopt(hosted));
    repositories.onDeleted(hosted => this.#repositories.delete(hosted));
    repositories.onPush((name, branch, move) => {
      const found = this.repository(name);
      // A repository may be deleted while it is told of.
      if (found) tellOfPush(this, found, { branch, move }).catch(() => {});
    });
  }

  /** @param name - `kestrel-parcels/parcels`, in capitals or not */
  repository(name: string): GitHubRepository | undefined {
    const hosted = this.options.repositories.get(name);
    return hosted && this.#repositories.get(hosted);
  }

  /** Those of an owner, or all of them. */
  repositories(owner?: string): GitHubRepository[] {
    const all = [...this.#repositories.values()];
    return owner === undefined
      ? all
      : all.filter(each => each.owner.toLowerCase() === owner.toLowerCase());
  }

  organization(login: string): Organization | undefined {
    return this.#organizations.get(login.toLowerCase());
  }

  organizationOf({ owner }: GitHubRepository): Organization | undefined {
    return this.organization(owner);
  }

  /** Whether there is somebody of this login. */
  hasUser(login: string): boolean {
    return (
      this.options.accounts.some(each => each.login === login) ||
      [...this.#organizations.values()].some(each =>
        each.members().includes(login),
      )
    );
  }

  accountOf(token: string): (GitAccount & Partial<AppAccount>) | undefined {
    return (
      this.options.accounts.find(each => each.token === token) ??
      this.apps.accountOf(token)
    );
  }

  /** What somebody may do in a repository: to push, where nothing else was said. */
  permissionOf(
    account: Pick<GitAccount, 'login' | 'mayPush' | 'isOwner'>,
    repository: GitHubRepository,
  ): Permission {
    if (account.mayPush === false) return 'pull';
    const { login } = account;
    if (account.isOwner || repository.creator === login) return 'admin';
    const ofTeams = this.teamsOf(login, repository).map(slug =>
      repository.teams.get(slug),
    );
    const given = [repository.collaborators.get(login), ...ofTeams];
    return given.reduce<Permission>(
      (most, each) => (each && isAtLeast(each, most) ? each : most),
      'push',
    );
  }

  /** Slugs of the teams that somebody is in. */
  teamsOf(login: string, repository: GitHubRepository): string[] {
    const teams = this.organizationOf(repository)?.teams ?? [];
    return teams
      .filter(({ members }) => members.includes(login))
      .map(({ slug }) => slug);
  }

  #addOrganization(wish: OrganizationWish): void {
    const made = new Organization(this.ids.next(), wish, () => this.ids.next());
    this.#organizations.set(wish.login.toLowerCase(), made);
  }

  #adopt(hosted: HostedRepository): void {
    const [owner] = hosted.name.split('/');
    const isUser = this.options.accounts.some(each => each.login === owner);
    if (!isUser && !this.organization(owner)) {
      this.#addOrganization({ login: owner });
    }
    this.#repositories.set(hosted, makeRepository(this, hosted));
  }
}
