import { readManifests } from './readManifests';
import type { ClusterSync } from './ClusterSync';
import { objectsIn, type ManifestObject } from './objectsIn';
import type { Branch } from '../Branch';

/** Up to where the clusters were told; kept beside the branch, so that an agent that starts again knows what is to go. */
const TOLD = 'refs/gitops/manifests';

/** What an agent works with. */
export interface ManifestParts {
  branch: Pick<Branch, 'head' | 'commitOf' | 'mark'>;
  /** The bare repository. */
  repository: string;
  /** Above all that is followed: `services`. */
  folder: string;
  /** Names of the clusters that a file is for; none: it is for nobody. */
  clustersOf(path: string): string[];
  /** By name. */
  clusters: Map<string, ClusterSync>;
  /** Calls back whenever the branch may have moved; returns how to stop. */
  hear(moved: () => Promise<void>): () => void;
}

/** Brings plain manifests of a Git repository into clusters, as Argo CD does: files that come, change and go. */
export class ManifestAgent {
  readonly #parts: ManifestParts;
  /** What each file wants, as it was last readable. */
  readonly #files = new Map<string, ManifestObject[]>();
  readonly #problems = new Map<string, string>();
  #head?: string;
  #looking: Promise<void> = Promise.resolve();
  #stopHearing?: () => void;
  #isStopped = false;

  constructor(parts: ManifestParts) {
    this.#parts = parts;
  }

  /** Goes on where an agent before it stopped. */
  async begin(): Promise<void> {
    const told = await this.#parts.branch.commitOf(TOLD);
    if (told) {
      await this.#read(told);
      for (const [name, sync] of this.#parts.clusters) {
        sync.takeForGranted(this.#objectsOf(name));
      }
    }
    this.#stopHearing = this.#parts.hear(() => this.look());
    await this.look();
  }

  /** Reads the branch where it has moved, and begins to bring what it wants. */
  async look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    await this.#looking;
  }

  /** What cannot be read or was not taken, with why. */
  problems(): string[] {
    return [
      ...[...this.#problems].map(([path, problem]) => `${path}: ${problem}`),
      ...[...this.#parts.clusters].flatMap(([name, sync]) =>
        sync.problems().map(problem => `${name} ${problem}`),
      ),
    ];
  }

  /** Nothing is begun any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopHearing?.();
    await this.#looking;
    for (const sync of this.#parts.clusters.values()) await sync.stop();
  }

  async #look(): Promise<void> {
    if (this.#isStopped) return;
    try {
      const head = await this.#parts.branch.head();
      if (!head || head === this.#head) return;
      await this.#read(head);
      this.#head = head;
      await this.#parts.branch.mark(TOLD, head);
    } catch {
      // It did not answer: the next look may find it.
      return;
    }
    for (const [name, sync] of this.#parts.clusters) {
      sync.want(this.#objectsOf(name));
    }
  }

  async #read(commit: string): Promise<void> {
    const { repository, folder } = this.#parts;
    const texts = await readManifests(repository, commit, folder);
    this.#problems.clear();
    for (const path of this.#files.keys()) {
      if (!texts.has(path)) this.#files.delete(path);
    }
    for (const [path, text] of texts) {
      try {
        this.#files.set(path, objectsIn(text));
      } catch (error) {
        // A file that cannot be read wants what it wanted.
        this.#problems.set(path, (error as Error).message);
      }
    }
  }

  #objectsOf(cluster: string): ManifestObject[] {
    return [...this.#files].flatMap(([path, objects]) =>
      this.#parts.clustersOf(path).includes(cluster) ? objects : [],
    );
  }
}
