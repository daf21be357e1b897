import type { DeclaredFile } from '../layouts/Layouts';

/** A file of the environment that a version is promoted to. */
export interface TargetFile {
  file: DeclaredFile;
  /** As it is now; absent: it is new. */
  text?: string;
  /** What it says now; absent: it is new. */
  version?: string;
  /** As it is to be. */
  written: string;
  /** Of one that is new: where it is in the service's own repository. */
  source?: string;
}

/** All of them, and what is wrong with them, in words. */
export interface TargetFiles {
  files: TargetFile[];
  obstacles: string[];
  warnings: string[];
}
