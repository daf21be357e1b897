import type { Clock } from '@sphera/plugin-operations-node';
import { RepositoryError } from '../errors';
import { Blobs } from './Blobs';
import { changesSince } from './changesSince';
import type { Clone } from './Clone';
import { findOperation } from './findOperation';
import { GitFailure } from './Git';
import type {
  BranchHead,
  CommitRequest,
  FileRevision,
  GitRepository,
  LoggedCommit,
  PushOutcome,
} from './GitRepository';
import { Head } from './Head';
import { hasCommit, Mending } from './Mending';
import { pushOutcome } from './pushOutcome';
import { remoteError } from './repositoryErrors';
import { Revisions } from './Revisions';
import { Upkeep } from './Upkeep';
import type { Committer } from './GitSettings';
import { writeCommit } from './writeCommit';

/** A repository through its cached clone; a clone that turns out to be damaged is made anew. */
export class ClonedRepository implements GitRepository {
  readonly name: string;
  readonly branch: string;
  readonly #head: Head;
  readonly #blobs: Blobs;
  readonly #revisions: Revisions;
  readonly #mending: Mending;
  readonly #upkeep: Upkeep;

  constructor(
    private readonly clone: Clone,
    private readonly options: Committer & { clock: Clock; fetchEvery: number },
  ) {
    ({ name: this.name, branch: this.branch } = clone.git.settings);
    this.#upkeep = new Upkeep(clone, options.clock);
    this.#head = new Head(clone, options.clock, () => this.#upkeep.soon());
    this.#blobs = new Blobs(clone);
    this.#revisions = new Revisions(clone, this.#blobs);
    this.#mending = new Mending(clone, options.clock, () => {
      this.#revisions.clear();
      this.#upkeep.soon();
    });
  }

  async head({ maxAge = this.options.fetchEvery } = {}): Promise<BranchHead> {
    return this.#head.get(maxAge);
  }

  async read(commit: string, path: string): Promise<string | undefined> {
    return this.#mending.run([commit], async () => {
      const output = await this.#git([
        'ls-tree',
        '-z',
        '--full-tree',
        commit,
        '--',
        path,
      ]);
      const [, hash] = /^100\d{3} blob ([0-9a-f]+)\t/.exec(output) ?? [];
      if (!hash) return undefined;
      const text = (await this.#blobs.read([hash])).get(hash);
      if (typeof text === 'string') return text;
      throw new RepositoryError(
        `${path} in the repository ${this.name} is no text file in UTF-8, or too large`,
      );
    });
  }

  async history(commit: string, path: string): Promise<FileRevision[]> {
    return this.#mending.run([commit], () => this.#revisions.of(commit, path));
  }

  async contains(commit: string, ancestor: string): Promise<boolean> {
    return this.#mending.run([commit], async () => {
      const args = ['merge-base', '--is-ancestor', ancestor, commit];
      const { folder, git } = this.clone;
      const result = await git.attempt(folder, args);
      if (result.code === 0) return true;
      // What the clone does not have is not in its history.
      if (result.code === 1 || !(await hasCommit(this.clone, ancestor)))
        return false;
      throw new GitFailure(git.wordsOf(result));
    });
  }

  async changesSince(
    head: string,
    commit: string,
  ): Promise<{ base: string; paths: string[] }> {
    return this.#mending.run([head], () =>
      changesSince(this.clone, head, commit),
    );
  }

  async commit(request: CommitRequest): Promise<string> {
    return this.#mending.run([request.base], () =>
      writeCommit(this.clone, request, this.options),
    );
  }

  async push(
    commit: string,
    { branch = this.branch } = {},
  ): Promise<PushOutcome> {
    const { folder, git } = this.clone;
    const result = await git.remote(folder, [
      'push',
      '--porcelain',
      '--no-thin',
      '--no-verify',
      'origin',
      `${commit}:refs/heads/${branch}`,
    ]);
    if (result.code !== 0 && !(await hasCommit(this.clone, commit))) {
      throw new RepositoryError(
        `The clone of the repository ${this.name} has no commit ${commit}: it has to be written again`,
      );
    }
    const outcome = pushOutcome(git, result, branch);
    if (outcome === 'pushed' && branch === this.branch) {
      await this.#git(['update-ref', this.clone.ref, commit]).catch(() => {});
      this.#head.pushed(commit);
    }
    return outcome;
  }

  async deleteBranch(branch: string): Promise<void> {
    const { folder, git } = this.clone;
    const ref = `refs/heads/${branch}`;
    const result = await git.remote(folder, [
      'push',
      '--porcelain',
      'origin',
      `:${ref}`,
    ]);
    if (result.code === 0 || /remote ref does not exist/.test(result.words)) {
      return;
    }
    pushOutcome(git, result, branch);
    throw remoteError(git, result);
  }

  async findOperation(
    commit: string,
    id: string,
    since: number,
  ): Promise<LoggedCommit | undefined> {
    return this.#mending.run([commit], () =>
      findOperation(this.clone, { commit, id, since }),
    );
  }

  /** Ends what runs, and waits for that. */
  async close(): Promise<void> {
    await this.clone.git.close();
    await this.#upkeep.close();
  }

  async #git(args: string[]): Promise<string> {
    const output = await this.clone.git.local(this.clone.folder, args);
    return output.toString();
  }
}
