import type { Blobs } from './Blobs';
import { changesOf } from './changesOf';
import type { Clone } from './Clone';
import { LOG_FORMAT, type LogEntry, parseLog } from './commitLog';
import type { FileRevision } from './GitRepository';

/** Characters of texts of all files that are remembered. */
const REMEMBERED = 64 * 1024 * 1024;

interface Known {
  commit: string;
  revisions: Promise<FileRevision[]>;
  size: number;
}

/** What an object around a text takes, roughly. */
const OBJECT = 400;
const sizeOf = (text: string | undefined) => (text?.length ?? 0) + OBJECT;

/** The revisions of files, from memory where they are known; of new commits only these are read. */
export class Revisions {
  #known = new Map<string, Known>();

  constructor(private readonly clone: Clone, private readonly blobs: Blobs) {}

  /** The revisions of a file up to a commit, the newest first. @throws GitFailure, RepositoryError */
  async of(commit: string, path: string): Promise<FileRevision[]> {
    const before = this.#known.get(path);
    if (before?.commit === commit) return this.#touch(path, before);
    const known: Known = {
      commit,
      revisions: this.#read(commit, path, before),
      size: 0,
    };
    this.#touch(path, known);
    try {
      const revisions = await known.revisions;
      known.size = revisions.reduce((sum, { text }) => sum + sizeOf(text), 0);
      this.#forgetOldest();
      return revisions;
    } catch (error) {
      if (this.#known.get(path) === known) this.#known.delete(path);
      throw error;
    }
  }

  /** Forgets everything: the clone is another one. */
  clear(): void {
    this.#known.clear();
  }

  async #read(commit: string, path: string, before: Known | undefined) {
    const older = await before?.revisions.catch(() => undefined);
    if (!older || !(await this.#leadsOn(before!.commit, commit))) {
      return this.#revisions([commit], path);
    }
    const newer = await this.#revisions([`${before!.commit}..${commit}`], path);
    return newer.length ? [...newer, ...older] : older;
  }

  /** Whether the branch went from a commit to another one without a detour. */
  async #leadsOn(from: string, to: string): Promise<boolean> {
    const { code, output } = await this.clone.git.attempt(this.clone.folder, [
      'log',
      '--first-parent',
      '--format=%P',
      `${from}..${to}`,
    ]);
    const lines = output.toString().trimEnd().split('\n');
    return code === 0 && lines[lines.length - 1].split(' ')[0] === from;
  }

  async #revisions(range: string[], path: string): Promise<FileRevision[]> {
    const output = await this.clone.git.local(this.clone.folder, [
      'log',
      '--first-parent',
      '--diff-merges=first-parent',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      LOG_FORMAT,
      ...range,
      '--',
      path,
    ]);
    const entries = await changesOf(
      this.clone,
      parseLog(output.toString()),
      path,
    );
    const texts = await this.blobs.read(
      entries.flatMap(({ blob }) => (blob ? [blob] : [])),
    );
    return entries.map(entry => toRevision(entry, texts));
  }

  #touch(path: string, known: Known): Promise<FileRevision[]> {
    this.#known.delete(path);
    this.#known.set(path, known);
    return known.revisions;
  }

  #forgetOldest() {
    let size = [...this.#known.values()].reduce(
      (sum, one) => sum + one.size,
      0,
    );
    for (const [path, known] of this.#known) {
      if (size <= REMEMBERED) break;
      this.#known.delete(path);
      size -= known.size;
    }
  }
}

function toRevision(
  { blob, parents, ...commit }: LogEntry,
  texts: Map<string, string | null>,
): FileRevision {
  if (!blob) return commit;
  // What is no text has no version in it, as an empty file has none.
  return { ...commit, text: texts.get(blob) ?? '' };
}
