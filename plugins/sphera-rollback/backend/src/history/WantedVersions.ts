import type { FileRevision } from '@sphera/plugin-git-node';
import { SpotError } from '../errors';
import type { DeclaredFile } from '../layouts/Layouts';

/** Reads versions from revisions of a file; what was read once is remembered for as long as the revision is. */
export class WantedVersions {
  #read = new WeakMap<FileRevision, Map<string, string | undefined>>();

  /**
   * The version that a revision of a file wants a service to have; `undefined` where the file is not there, or cannot be
   * read.
   */
  of(
    revision: FileRevision,
    /** Whose version, and where: several may share a file, each with a spot of its own. */
    owner: string,
    file: DeclaredFile,
  ): string | undefined {
    const { text } = revision;
    if (text === undefined) return undefined;
    const known = this.#read.get(revision) ?? new Map();
    this.#read.set(revision, known);
    if (!known.has(owner)) known.set(owner, readOrPass(file, text));
    return known.get(owner);
  }
}

function readOrPass({ spot }: DeclaredFile, text: string): string | undefined {
  try {
    return spot.read(text);
  } catch (error) {
    if (error instanceof SpotError) return undefined;
    throw error;
  }
}
