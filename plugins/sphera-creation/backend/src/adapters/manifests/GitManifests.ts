import { fillTemplate } from '@sphera/plugin-fleet-node';
import {
  type GitRepository,
  pushOnTop,
  RepositoryError,
} from '@sphera/plugin-git-node';
import type { Clock } from '@sphera/plugin-operations-node';
import type { ManifestsSettings } from '../../settings/CreationSettings';
import type { ManifestCommit, Manifests } from './Manifests';

/** A file as it is to be; without a text it is to be away. */
interface Wanted {
  path: string;
  text?: string;
}

/** Manifests in a Git repository. */
export class GitManifests implements Manifests {
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

  #push(
    wanted: Wanted[],
    commit: ManifestCommit,
    isDue: (there: string | undefined) => boolean,
  ): Promise<string | undefined> {
    const { repository, settings, clock } = this;
    return pushOnTop(repository, clock, async base => {
      // One whose answer was lost: what happened to its files since is not for the portal to judge.
      const { operation, at, since = at } = commit;
      const earlier = await repository.findOperation(base, operation, since);
      if (earlier) return { there: earlier.hash };
      const files: Wanted[] = [];
      for (const file of wanted) {
        if (isDue(await repository.read(base, file.path))) files.push(file);
      }
      if (files.length === 0) return { there: undefined };
      return {
        push: await repository.commit({
          base,
          files,
          message: messageOf(commit),
          author: settings.git.identity,
          at,
        }),
      };
    });
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
