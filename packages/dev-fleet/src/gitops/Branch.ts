import { readFiles } from '../git/readFiles';
import { runGit } from '../git/runGit';
import type { FollowedFile, FollowedRepository } from './FollowedFile';
import { versionIn } from './versionIn';

/** Up to where everything is in the clusters; kept beside the branch, so that an agent that starts again goes on there. */
const APPLIED = 'refs/gitops/applied';

/** What the files of a commit want. */
export interface Wanted {
  commit: string;
  versions: Map<FollowedFile, string>;
  /** Files that cannot be read, with why. */
  problems: Map<FollowedFile, string>;
}

/** A followed branch, and what its files want. */
export class Branch {
  readonly #ref: string;

  constructor(
    private readonly repository: FollowedRepository,
    private readonly files: FollowedFile[],
  ) {
    this.#ref = `refs/heads/${repository.branch}`;
  }

  /** The newest commit; `undefined` while there is none. @throws Error where the remote does not answer */
  async head(): Promise<string | undefined> {
    const { remote } = this.repository;
    if (remote) await this.#fetch(remote);
    return this.commitOf(this.#ref);
  }

  /** The commit that was wholly applied; `undefined`: none yet. */
  async applied(): Promise<string | undefined> {
    return this.commitOf(APPLIED);
  }

  async markApplied(commit: string): Promise<void> {
    await this.mark(APPLIED, commit);
  }

  /** The commit of a ref; `undefined` where there is no such ref. */
  async commitOf(ref: string): Promise<string | undefined> {
    const found = await runGit(this.repository.folder, [
      'for-each-ref',
      '--format=%(objectname)',
      ref,
    ]);
    return found.trim() || undefined;
  }

  /** Has a ref name a commit. */
  async mark(ref: string, commit: string): Promise<void> {
    await runGit(this.repository.folder, ['update-ref', ref, commit]);
  }

  async wantedAt(commit: string): Promise<Wanted> {
    const texts = await readFiles(
      this.repository.folder,
      commit,
      this.files.map(({ path }) => path),
    );
    const wanted: Wanted = { commit, versions: new Map(), problems: new Map() };
    for (const [index, file] of this.files.entries()) {
      try {
        const text = texts[index];
        if (text === undefined) throw new Error('There is no such file');
        wanted.versions.set(file, versionIn(text, file.place));
      } catch (error) {
        wanted.problems.set(file, (error as Error).message);
      }
    }
    return wanted;
  }

  async #fetch({ url, token }: { url: string; token: string }): Promise<void> {
    const credentials = Buffer.from(`agent:${token}`).toString('base64');
    await runGit(
      this.repository.folder,
      ['fetch', '--quiet', '--no-tags', url, `+${this.#ref}:${this.#ref}`],
      {
        // Not as an argument, where every process of the machine could read it.
        env: {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'http.extraHeader',
          GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
        },
      },
    );
  }
}
