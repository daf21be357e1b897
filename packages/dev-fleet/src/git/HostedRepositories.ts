import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainAccess, type GitAccess } from './GitAccess';
import { makeRepository } from './makeRepository';

/** A bare repository on disk. */
export interface HostedRepository {
  /** `kestrel-parcels/deployments` */
  name: string;
  /** Where it is; plain git may be run in it. */
  folder: string;
  /** Its default branch. */
  branch: string;
  /** Branches that nobody pushes to: they change through pull requests. */
  protectedBranches: string[];
}

/** How a branch has moved, as far as that is known. */
export interface BranchMove {
  /** Zeros where it was not there. */
  before: string;
  /** Zeros where it is not there any more. */
  after: string;
  /** Login of who did it. */
  by: string;
}

/** Hears that a branch has moved, was made or deleted. */
export type PushListener = (
  name: string,
  branch: string,
  move?: BranchMove,
) => void;

/** Hears of a repository that was made or deleted while others were there. */
export type RepositoryListener = (repository: HostedRepository) => void;

/** What a repository is to be. */
export type RepositoryWish = Pick<HostedRepository, 'name'> &
  Partial<Pick<HostedRepository, 'branch' | 'protectedBranches'>>;

const keyOf = (name: string) => name.toLowerCase();

/** Bare repositories in a temporary folder, made anew at each start and gone at the end. */
export class HostedRepositories {
  /** Who says what may be pushed by whom. */
  access: GitAccess = plainAccess;
  #listeners = new Set<PushListener>();
  #madeListeners = new Set<RepositoryListener>();
  #deletedListeners = new Set<RepositoryListener>();
  /** Those on their way. */
  #making = new Set<string>();
  /** Where the process ends before anybody asks. */
  #removeAtOnce = () => rmSync(this.root, { recursive: true, force: true });

  private constructor(
    /** Above all repositories: `<root>/<owner>/<name>.git`. */
    readonly root: string,
    private readonly repositories: Map<string, HostedRepository>,
  ) {
    process.once('exit', this.#removeAtOnce);
  }

  /** Makes empty repositories. */
  static async make(wishes: RepositoryWish[]): Promise<HostedRepositories> {
    const root = await mkdtemp(join(tmpdir(), 'dev-fleet-git-'));
    const made = wishes.map(wish => makeRepository(root, wish));
    const repositories = await Promise.all(made);
    return new HostedRepositories(
      root,
      new Map(repositories.map(each => [keyOf(each.name), each])),
    );
  }

  /**
   * Makes an empty repository, which is served at once.
   *
   * @throws Error where there is one of this name, in capitals or not
   */
  async create(wish: RepositoryWish): Promise<HostedRepository> {
    const key = keyOf(wish.name);
    if (this.repositories.has(key) || this.#making.has(key)) {
      throw new Error(`There is a repository "${wish.name}"`);
    }
    this.#making.add(key);
    try {
      const made = await makeRepository(this.root, wish);
      this.repositories.set(key, made);
      for (const listener of this.#madeListeners) listener(made);
      return made;
    } finally {
      this.#making.delete(key);
    }
  }

  /** Removes a repository with all that is in it; nothing happens where there is none. */
  async delete(name: string): Promise<void> {
    const found = this.repositories.get(keyOf(name));
    if (!found) return;
    this.repositories.delete(keyOf(name));
    await rm(found.folder, { recursive: true, force: true, maxRetries: 5 });
    for (const listener of this.#deletedListeners) listener(found);
  }

  /** @param name - `kestrel-parcels/deployments`, in capitals or not */
  get(name: string): HostedRepository | undefined {
    return this.repositories.get(keyOf(name));
  }

  list(): HostedRepository[] {
    return [...this.repositories.values()];
  }

  /** Tells of each branch that was pushed to, or merged into. Returns how to stop. */
  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells of each repository that is made from now on. Returns how to stop. */
  onMade(listener: RepositoryListener): () => void {
    this.#madeListeners.add(listener);
    return () => this.#madeListeners.delete(listener);
  }

  /** Tells of each repository that is deleted. Returns how to stop. */
  onDeleted(listener: RepositoryListener): () => void {
    this.#deletedListeners.add(listener);
    return () => this.#deletedListeners.delete(listener);
  }

  /** Tells everybody who listens; for whoever moved a branch by plain git in the folder. */
  pushed(name: string, branch: string, move?: BranchMove): void {
    for (const listener of this.#listeners) listener(name, branch, move);
  }

  /** Removes all of them. */
  async remove(): Promise<void> {
    process.off('exit', this.#removeAtOnce);
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}
