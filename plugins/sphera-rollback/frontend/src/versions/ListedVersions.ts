import type { Version } from '@sphera/plugin-rollback-common';

/** Versions to be listed, and of what they are. */
export interface ListedVersions {
  /** Entity ref. */
  service: string;
  environment: string;
  /** The newest first. */
  versions: readonly Version[];
  /** Whether the same is to run in all regions. */
  isOneCurrent: boolean;
}
