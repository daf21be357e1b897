import type { Run, Version } from '@sphera/plugin-rollback-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { BranchHead } from '@sphera/plugin-git-node';
import type { DeclaredFile } from '../layouts/Layouts';

/** Whoever committed, as Git names them; who that is in the catalog comes later. */
export interface Author {
  name: string;
  email: string;
}

/** One time that a version was to run. */
export interface HistoricRun extends Omit<Run, 'deployedBy'> {
  version: string;
  author: Author;
}

/** A version with what the history of the files alone says; the rest (image, clusters, people) comes later. */
export interface HistoricVersion
  extends Omit<Version, 'image' | 'runsIn' | 'deployedBy' | 'runs'> {
  author: Author;
  /** The newest first. */
  runs: HistoricRun[];
}

/** The history of a service in an environment. */
export interface ServiceHistory {
  head: BranchHead;
  /** The newest first. */
  versions: HistoricVersion[];
  /** By path of a file: its runs, the newest first, and its texts at the head. */
  files: Array<{
    file: DeclaredFile;
    runs: HistoricRun[];
    text: string;
    version: string;
  }>;
}

/** What the GitOps repository tells of versions. */
export interface Versions {
  /**
   * @param maxAge - how old what is known of the repository may be, in milliseconds
   * @throws NoLayoutError, RepositoryError, SpotError where a file cannot be read now (older revisions that cannot are passed over)
   */
  of(
    service: ServiceEntry,
    environment: string,
    options?: { regions?: string[]; maxAge?: number },
  ): Promise<ServiceHistory>;
}
