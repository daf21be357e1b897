/** Why something is committed. */
export interface ManifestCommit {
  /** A trailer by which the portal finds its commit again. */
  operation: string;
  /** First line. */
  subject: string;
  /** What follows it. */
  body: string;
  /** In milliseconds: the same commit twice is one. */
  at: number;
  /** Since when an earlier call may have made it, in milliseconds. Absent: since `at`. */
  since?: number;
}

/**
 * Manifests in the GitOps repository. Each call may be repeated.
 * Every method throws RepositoryError or PushRefusedError, whose sentences have no credentials.
 */
export interface Manifests {
  /**
   * Adds the files that are not there, whoever pushes in the same moment.
   * @returns the commit: of now, or of an earlier call; `undefined` where others put all of them there
   */
  add(
    files: Array<{ path: string; text: string }>,
    commit: ManifestCommit,
  ): Promise<string | undefined>;
  /** Takes files away that are there. @returns the commit; `undefined` where none was there */
  remove(paths: string[], commit: ManifestCommit): Promise<string | undefined>;
  /** Those of the files that are there. */
  among(paths: string[]): Promise<string[]>;
  /** Where people look. */
  commitUrl(hash: string): string | undefined;
  fileUrl(path: string): string | undefined;
}
