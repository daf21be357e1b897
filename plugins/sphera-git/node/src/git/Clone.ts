import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { GitResult } from './runGit';
import { type Git, GitFailure } from './Git';
import { RepositoryError } from '../errors';
import { cannotMake, remoteError } from './repositoryErrors';
import { ownFolder } from './ownFolder';
import { clearStaleLock } from './staleLock';

/** What was begun and left by somebody who was killed is removed after so many milliseconds. */
const LEFT_AFTER = 60 * 60 * 1_000;
const ATTEMPTS = 8;
const PAUSE = 100;
const FETCH = [
  'fetch',
  '--no-tags',
  '--no-write-fetch-head',
  '--no-auto-maintenance',
  '--no-recurse-submodules',
  '--progress',
  '--filter=blob:none',
];

/** Of what git says when its own files are at fault, not the remote. */
const DAMAGE =
  /not a git repository|bad object|corrupt|index-pack failed|missing (blob|tree|commit|object)|unable to read|bad signature|is empty|did not send all necessary objects|does not match index|non-monotonic|packfile .* cannot be accessed|invalid object|bad config/i;

const isDamage = (words: string) =>
  words
    .split('\n')
    .some(line => !line.startsWith('remote:') && DAMAGE.test(line));

const isInEachOthersWay = async (words: string) =>
  (await clearStaleLock(words)) || /cannot lock ref/.test(words);

// What the system says has paths of the machine in it, but for its code.
const reasonOf = (error: unknown) =>
  error instanceof GitFailure
    ? error.message
    : (error as NodeJS.ErrnoException).code ?? 'unknown';

/**
 * The cached bare partial clone of a repository: commits and folders, the contents of files only once they are asked
 * for. Processes share its folder: it appears and disappears as a whole, by a rename.
 */
export class Clone {
  readonly folder: string;
  /** What the branch is called in the clone. */
  readonly ref: string;

  constructor(readonly git: Git, root: string) {
    const { name, url, branch } = git.settings;
    // Another address is another clone.
    const id = createHash('sha256').update(url).digest('hex').slice(0, 8);
    this.folder = join(root, `${name.replace(/[^\w.-]/g, '-')}-${id}.git`);
    this.ref = `refs/remotes/origin/${branch}`;
  }

  /** The newest commit of the branch that the clone has; `undefined` where there is no clone, or a damaged one. */
  async known(): Promise<string | undefined> {
    const { code, output } = await this.git.attempt(this.folder, [
      'rev-parse',
      this.ref,
      `${this.ref}^{tree}`,
    ]);
    return code === 0 ? output.toString().split('\n')[0] : undefined;
  }

  /** Another one once the clone was made anew, by whichever process; `undefined` where there is none. */
  async identity(): Promise<string | undefined> {
    return stat(this.folder).then(
      ({ ino, birthtimeMs }) => `${ino} ${birthtimeMs}`,
      () => undefined,
    );
  }

  /** When the remote was last asked, in milliseconds. */
  async askedAt(): Promise<number> {
    return stat(this.folder).then(
      ({ mtimeMs }) => Math.floor(mtimeMs),
      () => 0,
    );
  }

  /**
   * Asks the remote; makes the clone where there is none, or a damaged one. Returns the newest commit of the branch.
   * @throws RepositoryError
   */
  async fetch(): Promise<string> {
    const result = await this.#fetchInto(this.folder);
    if (result.code !== 0 && !isDamage(result.words)) {
      throw remoteError(this.git, result);
    }
    const commit = result.code === 0 ? await this.known() : undefined;
    if (commit) return this.#note(commit);
    await this.make();
    const made = await this.known();
    if (!made) throw cannotMake(this.git, 'it cannot be read');
    return this.#note(made);
  }

  async #note(commit: string): Promise<string> {
    const now = new Date();
    await utimes(this.folder, now, now).catch(() => {});
    return commit;
  }

  /** Makes it, in the place of what may be there. @throws RepositoryError */
  async make(): Promise<void> {
    await ownFolder(dirname(this.folder), this.git.keys.cloneFolder);
    const before = await this.identity();
    await this.#removeLeft();
    const made = `${this.folder}.new-${randomUUID()}`;
    try {
      await mkdir(made);
      await this.git.local(made, ['init', '--quiet', '--bare']);
      const result = await this.#fetchInto(made);
      if (result.code !== 0) throw remoteError(this.git, result);
      await this.#replaceBy(made, before);
    } catch (error) {
      if (error instanceof RepositoryError) throw error;
      throw cannotMake(this.git, reasonOf(error));
    } finally {
      await rm(made, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  /** Fetches contents of files; those that the remote does not give are missing still. */
  async fetchBlobs(hashes: string[]): Promise<void> {
    const result = await this.git.remote(
      this.folder,
      [...FETCH, '--stdin', 'origin'],
      {
        input: hashes.map(hash => `${hash}\n`).join(''),
        // They are wanted whatever else is there: nothing to talk about.
        config: { 'fetch.negotiationAlgorithm': 'noop' },
      },
    );
    if (result.code !== 0) throw remoteError(this.git, result);
  }

  /** Fetches a commit that is on another branch. @throws RepositoryError */
  async fetchCommit(commit: string): Promise<void> {
    const args = [...FETCH, 'origin', commit];
    const result = await this.git.remote(this.folder, args);
    if (result.code !== 0) throw remoteError(this.git, result);
  }

  async #fetchInto(folder: string): Promise<GitResult> {
    const { branch } = this.git.settings;
    const refspec = `+refs/heads/${branch}:${this.ref}`;
    for (let attempt = 1; ; attempt++) {
      const args = [...FETCH, 'origin', refspec];
      const result = await this.git.remote(folder, args);
      const isOurs = result.code === 0 || attempt === ATTEMPTS;
      if (isOurs || !(await isInEachOthersWay(result.words))) return result;
      await new Promise(resolve => setTimeout(resolve, PAUSE * attempt));
    }
  }

  async #replaceBy(made: string, before: string | undefined) {
    const present = await this.identity();
    // Another process was quicker, and is at work in its clone already.
    if (present && present !== before && (await this.known())) return;
    const old = `${this.folder}.old-${randomUUID()}`;
    await rename(this.folder, old).catch(() => {});
    try {
      await rename(made, this.folder);
    } catch (error) {
      // It was as quick.
      if (!(await this.known())) throw error;
    }
    // Somebody may still write into it.
    await rm(old, { recursive: true, force: true, maxRetries: 5 });
  }

  async #removeLeft() {
    const root = dirname(this.folder);
    const names = await readdir(root);
    const parts = names.filter(name =>
      name.startsWith(`${basename(this.folder)}.`),
    );
    for (const part of parts) {
      const folder = join(root, part);
      const { mtimeMs } = await stat(folder).catch(() => ({
        mtimeMs: Infinity,
      }));
      if (Date.now() - mtimeMs > LEFT_AFTER) {
        await rm(folder, { recursive: true, force: true });
      }
    }
  }
}
