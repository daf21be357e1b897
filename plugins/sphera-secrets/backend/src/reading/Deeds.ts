import type { UnfinishedChange } from '@sphera/plugin-secrets-common';

/** Who wrote a version through the portal, and how. */
export interface Written {
  /** Entity ref of a person, or subject of a token. */
  by: string;
  /** Name of the operation. */
  operation: string;
}

/** What was done through the portal, for answers to show beside what is there. */
export interface Deeds {
  /** By version id; versions that the portal did not write are left out. */
  writtenBy(
    versionIds: readonly string[],
  ): Promise<ReadonlyMap<string, Written>>;
  /** Changes of a service (entity ref) that did not reach every place. */
  unfinished(service: string): Promise<UnfinishedChange[]>;
}
