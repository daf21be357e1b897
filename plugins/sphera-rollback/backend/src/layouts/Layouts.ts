import type { GitOpsFile } from '@sphera/plugin-rollback-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** How the version stands in the text of one kind of file. Pure: text in, text out. */
export interface VersionSpot {
  /** @throws SpotError where there is none, or where it is ambiguous */
  read(text: string): string;
  /**
   * The same text with another version. Comments, order, quoting, anchors and line endings stay: of a file that has its
   * version once, one line differs.
   * @throws SpotError as `read`
   */
  write(text: string, version: string): string;
}

/** A file that declares the version of a service, and how. */
export interface DeclaredFile extends GitOpsFile {
  spot: VersionSpot;
}

/** Where services declare their versions, from the configuration and the fleet. */
export interface Layouts {
  /**
   * The files of a service in an environment, each with the regions and clusters that follow it; several regions share
   * one where the layout has one file for all.
   * @throws NoLayoutError in words: no layout fits, or the fleet has no cluster there
   */
  filesOf(service: ServiceEntry, environment: string): DeclaredFile[];
}
