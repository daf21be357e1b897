import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { updateHook } from './updateHook';
import { runGit } from './runGit';

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

/** Hears that a branch has moved, was made or deleted. */
export type PushListener = (name: string, branch: string) => void;

/** What a repository is to be. */
export type RepositoryWish = Pick<HostedRepository, 'name'> &
  Partial<Pick<HostedRepository, 'branch' | 'protectedBranches'>>;

const SETTINGS = {
  'uploadpack.allowFilter': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'http.receivepack': 'true',
  // Nothing goes on in a folder when nobody asks.
  'receive.autogc': 'false',
  'gc.auto': '0',
};

/** Bare repositories in a temporary folder, made anew at each start and gone at the end. */
export class HostedRepositories {
  #listeners = new Set<PushListener>();
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
      new Map(repositories.map(each => [each.name, each])),
    );
  }

  /** @param name - `kestrel-parcels/deployments` */
  get(name: string): HostedRepository | undefined {
    return this.repositories.get(name);
  }

  list(): HostedRepository[] {
    return [...this.repositories.values()];
  }

  /** Tells of each branch that was pushed to, or merged into. Returns how to stop. */
  onPush(listener: PushListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells everybody who listens; for whoever moved a branch by plain git in the folder. */
  pushed(name: string, branch: string): void {
    for (const listener of this.#listeners) listener(name, branch);
  }

  /** Removes all of them. */
  async remove(): Promise<void> {
    process.off('exit', this.#removeAtOnce);
    await rm(this.root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function makeRepository(
  root: string,
  { name, branch = 'main', protectedBranches = [] }: RepositoryWish,
): Promise<HostedRepository> {
  const folder = join(root, `${name}.git`);
  await runGit(root, ['init', '--quiet', '--bare', '-b', branch, folder]);
  for (const [key, value] of Object.entries(SETTINGS)) {
    await runGit(folder, ['config', key, value]);
  }
  const hook = join(folder, 'hooks', 'update');
  await writeFile(hook, updateHook);
  await chmod(hook, 0o755);
  return { name, folder, branch, protectedBranches: [...protectedBranches] };
}
