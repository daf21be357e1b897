import type {
  FollowedApplication,
  FollowedApplications,
} from '../argoCd/FollowedApplications';
import type { Clock } from '../kubernetes/clock';
import type { Branch } from './Branch';
import type { ClusterDeployments } from './ClusterDeployments';
import { isBehind, type Followed } from './Followed';
import type { FollowedFile } from './FollowedFile';
import { FollowedFiles } from './FollowedFiles';

/** Until a cluster that did not take a version is asked again, in milliseconds. */
const AGAIN = 1_000;

/** What an agent works with. */
export interface AgentParts {
  /** By name of the repository. */
  branches: Map<string, Branch>;
  /** By name. */
  clusters: Map<string, ClusterDeployments>;
  files: FollowedFile[];
  clock: Clock;
  /** Calls back whenever a branch may have moved; returns how to stop. */
  hear(moved: () => Promise<void>): () => void;
}

/**
 * Brings what the files of Git want into the clusters, as Argo CD and Flux do, whenever a file changes what it wants. What else
 * differs in a cluster is left alone.
 */
export class GitOpsAgent implements FollowedApplications {
  readonly #parts: AgentParts;
  readonly #files: FollowedFiles;
  #looking: Promise<void> = Promise.resolve();
  #marking: Promise<void> = Promise.resolve();
  #callOff?: () => void;
  #stopHearing?: () => void;
  #isStopped = false;

  constructor(parts: AgentParts) {
    this.#parts = parts;
    this.#files = new FollowedFiles(parts.files);
  }

  /** Goes on where an agent before it stopped; the first one takes for granted what is wanted now. */
  async begin(): Promise<void> {
    for (const [name, branch] of this.#parts.branches) {
      const known = await branch.applied();
      const done = known ?? (await branch.head());
      if (!done) continue;
      if (!known) await branch.markApplied(done);
      this.#files.want(name, await branch.wantedAt(done));
      this.#files.takeForGranted(name);
    }
    this.#stopHearing = this.#parts.hear(() => this.look());
    await this.look();
  }

  /** Reads the branches that have moved, and begins to bring what they want. */
  async look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#look());
    await this.#looking;
  }

  /** The applications, as they were last seen. */
  applications(): FollowedApplication[] {
    return this.#files.applications();
  }

  /** Looks at an application's branch and at its cluster now. @throws Error with the cluster's words */
  async refresh(name: string): Promise<FollowedApplication> {
    const followed = this.#files.byApplication(name);
    await this.look();
    followed.running = await this.#clusterOf(followed).versionOf(
      followed.place,
    );
    return this.#files.toApplication(followed);
  }

  /** Brings what an application's branch wants into its cluster. @throws Error with the cluster's words */
  async apply(name: string): Promise<void> {
    const followed = this.#files.byApplication(name);
    await this.look();
    const { desired, file, problem, place } = followed;
    if (desired === undefined) throw new Error(`${file.path}: ${problem}`);
    const revision = this.#files.revisionOf(file.repository);
    await this.#clusterOf(followed).setVersion(place, desired);
    followed.running = desired;
    followed.applied = revision;
  }

  /** What could not be brought, with why: `production-eu quotes: …`. */
  problems(): string[] {
    return this.#files.problems();
  }

  /** Nothing is begun any more. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopHearing?.();
    this.#callOff?.();
    await this.#looking;
    await this.#marking;
  }

  async #look(): Promise<void> {
    for (const [name, branch] of this.#parts.branches) {
      if (this.#isStopped) return;
      try {
        const head = await branch.head();
        if (!head || head === this.#files.revisionOf(name)) continue;
        this.#files.want(name, await branch.wantedAt(head));
      } catch {
        // It did not answer: the next look may find it.
      }
    }
    this.#bring();
  }

  #bring(): void {
    for (const each of this.#files.all) {
      if (isBehind(each) && !each.isAsked) void this.#bringTo(each);
    }
  }

  async #bringTo(followed: Followed): Promise<void> {
    const { file, place, desired } = followed;
    const revision = this.#files.revisionOf(file.repository);
    followed.isAsked = true;
    try {
      await this.#clusterOf(followed).setVersion(place, desired!);
      followed.running = desired;
      followed.applied = revision;
      followed.problem = undefined;
    } catch (error) {
      followed.problem = (error as Error).message;
    }
    followed.isAsked = false;
    if (isBehind(followed)) this.#bringAgain();
    else await this.#markApplied(file.repository);
  }

  #bringAgain(): void {
    if (this.#isStopped || this.#callOff) return;
    this.#callOff = this.#parts.clock.after(AGAIN, () => {
      this.#callOff = undefined;
      this.#bring();
    });
  }

  async #markApplied(name: string): Promise<void> {
    const revision = this.#files.revisionOf(name);
    const isDone = !this.#isStopped && !this.#files.of(name).some(isBehind);
    if (!revision || !isDone) return;
    // Where it cannot be kept, the next agent brings it once more, and nothing changes.
    const mark = () => this.#parts.branches.get(name)?.markApplied(revision);
    this.#marking = this.#marking.then(mark).catch(() => {});
    await this.#marking;
  }

  #clusterOf({ place }: Followed): ClusterDeployments {
    const found = this.#parts.clusters.get(place.cluster);
    if (!found) throw new Error(`There is no cluster "${place.cluster}"`);
    return found;
  }
}
