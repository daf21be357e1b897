import type { FollowedApplication } from '../argoCd/FollowedApplications';
import type { Wanted } from './Branch';
import { applicationOf, type Followed } from './Followed';
import type { FollowedFile } from './FollowedFile';

/** What is known of all files, in each of their clusters. */
export class FollowedFiles {
  readonly all: Followed[];
  readonly #revisions = new Map<string, string>();

  constructor(files: FollowedFile[]) {
    this.all = files.flatMap(file =>
      file.deployments.map(place => ({ file, place })),
    );
  }

  of(repository: string): Followed[] {
    return this.all.filter(({ file }) => file.repository === repository);
  }

  /** The commit of a repository that was last read. */
  revisionOf(repository: string): string | undefined {
    return this.#revisions.get(repository);
  }

  /** Notes what the files of a repository want now. */
  want(repository: string, { commit, versions, problems }: Wanted): void {
    this.#revisions.set(repository, commit);
    for (const each of this.of(repository)) {
      each.problem = problems.get(each.file);
      // A file that cannot be read wants what it wanted.
      each.desired = versions.get(each.file) ?? each.desired;
    }
  }

  /** Notes that the clusters have what the files of a repository want. */
  takeForGranted(repository: string): void {
    for (const each of this.of(repository)) {
      each.running = each.desired;
      each.applied = this.revisionOf(repository);
    }
  }

  /** @throws Error where there is none of this name */
  byApplication(name: string): Followed {
    const found = this.all.find(({ file }) => file.application === name);
    if (!found) throw new Error(`There is no application "${name}"`);
    return found;
  }

  applications(): FollowedApplication[] {
    return this.all
      .filter(({ file }) => file.application)
      .map(each => this.toApplication(each));
  }

  toApplication(followed: Followed): FollowedApplication {
    return applicationOf(followed, this.revisionOf(followed.file.repository));
  }

  /** What cannot be read or was not taken, with why: `production-eu quotes: …`. */
  problems(): string[] {
    return this.all.flatMap(({ place, problem }) =>
      problem ? [`${place.cluster} ${place.name}: ${problem}`] : [],
    );
  }
}
