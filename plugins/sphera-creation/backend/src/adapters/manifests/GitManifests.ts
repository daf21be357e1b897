import { fillTemplate } from '@sphera/plugin-fleet-node';
import { type GitRepository, RepositoryError } from '@sphera/plugin-git-node';
import type { Clock } from '@sphera/plugin-operations-node';
import { Mutex } from 'async-mutex';
import type { ManifestsSettings } from '../../settings/CreationSettings';
import type { ManifestCommit, Manifests } from './Manifests';

/** How often a push may come second. */
const RACES = 40;
const RACE_WAIT_MS = 200;

/** A file as it is to be; without a text it is to be away. */
interface Wanted {
  path: string;
  text?: string;
}

/** Manifests in a Git repository. */
export class GitManifests implements Manifests {
  // The clone is one: what is pushed from here waits for what is pushed from here.
  readonly #alone = new Mutex();

  constructor(
    private readonly repository: GitRepository,
    private readonly settings: ManifestsSettings,
    private readonly clock: Clock,
  ) {}

  async add(
    files: Array<{ path: string; text: string }>,
    commit: ManifestCommit,
  ): Promise<string | undefined> {
    return this.#push(files, commit, there => there === undefined);
  }

  async remove(
    paths: string[],
    commit: ManifestCommit,
  ): Promise<string | undefined> {
    return this.#push(
      paths.map(path => ({ path })),
      commit,
      there => there !== undefined,
    );
  }

  async among(paths: string[]): Promise<string[]> {
    const head = await this.#head();
    const found: string[] = [];
    for (const path of paths) {
      const text = await this.repository.read(head, path);
      if (text !== undefined) found.push(path);
    }
    return found;
  }

  commitUrl(hash: string): string | undefined {
    const { commitUrl } = this.settings.links;
    return commitUrl && fillTemplate(commitUrl, { hash });
  }

  fileUrl(path: string): string | undefined {
    const { links, branch } = this.settings;
    return links.fileUrl && fillTemplate(links.fileUrl, { path, branch });
  }

  async #push(
    wanted: Wanted[],
    commit: ManifestCommit,
    isDue: (there: string | undefined) => boolean,
  ): Promise<string | undefined> {
    for (let races = 0; races < RACES; races++) {
      const outcome = await this.#alone.runExclusive(() =>
        this.#try(wanted, commit, isDue),
      );
      if (outcome !== 'raced') return outcome.hash;
      await new Promise<void>(resolve =>
        this.clock.after(RACE_WAIT_MS * this.clock.random(), resolve),
      );
    }
    const { name, branch } = this.repository;
    throw new RepositoryError(
      `${branch} of ${name} moves on faster than the manifests can be pushed: ${RACES} pushes came too late`,
    );
  }

  async #try(
    wanted: Wanted[],
    commit: ManifestCommit,
    isDue: (there: string | undefined) => boolean,
  ): Promise<{ hash?: string } | 'raced'> {
    const base = await this.#head();
    // One whose answer was lost: what happened to its files since is not for the portal to judge.
    const earlier = await this.repository.findOperation(
      base,
      commit.operation,
      commit.at,
    );
    if (earlier) return { hash: earlier.hash };
    const files: Wanted[] = [];
    for (const file of wanted) {
      if (isDue(await this.repository.read(base, file.path))) files.push(file);
    }
    if (files.length === 0) return {};
    const hash = await this.repository.commit({
      base,
      files,
      message: messageOf(commit),
      author: this.settings.git.identity,
      at: commit.at,
    });
    return (await this.repository.push(hash)) === 'raced' ? 'raced' : { hash };
  }

  async #head(): Promise<string> {
    const { commit, stale } = await this.repository.head({ maxAge: 0 });
    if (stale !== undefined) throw new RepositoryError(stale);
    return commit;
  }
}

/** With the trailer by which sphera finds its own commits. */
function messageOf({ operation, subject, body }: ManifestCommit): string {
  const one = subject.replace(/\s+/g, ' ').trim();
  return `${one}\n\n${body.trim()}\n\nSphera-Operation: ${operation}\n`;
}
