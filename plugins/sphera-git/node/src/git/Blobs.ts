import type { Clone } from './Clone';
import { GitFailure } from './Git';

/** A file with a version in it is a few kilobytes long. */
const LARGEST = 4 * 1024 * 1024;
/** Characters of contents that are remembered. */
const REMEMBERED = 8 * 1024 * 1024;

/** Contents of a file: its text; `null`: it is no text in UTF-8, or far too large. */
export type Contents = string | null;

const lost = () => new GitFailure('contents of files are missing');

/** Contents of files, fetched in one go where the clone does not have them yet. */
export class Blobs {
  #contents = new Map<string, Contents>();
  #size = 0;

  constructor(private readonly clone: Clone) {}

  /**
   * The contents of each hash.
   * @throws RepositoryError where they have to be fetched and cannot; GitFailure where the clone is damaged
   */
  async read(hashes: Iterable<string>): Promise<Map<string, Contents>> {
    const wanted = [...new Set(hashes)];
    const unknown = wanted.filter(hash => !this.#contents.has(hash));
    const read = unknown.length
      ? await this.#fromClone(unknown)
      : new Map<string, Contents>();
    const all = new Map<string, Contents>();
    for (const hash of wanted) {
      all.set(hash, read.get(hash) ?? this.#contents.get(hash) ?? null);
    }
    for (const [hash, contents] of read) this.#remember(hash, contents);
    return all;
  }

  async #fromClone(hashes: string[]): Promise<Map<string, Contents>> {
    let sizes = await this.#sizes(hashes);
    const missing = hashes.filter(hash => !sizes.has(hash));
    if (missing.length) {
      await this.clone.fetchBlobs(missing);
      sizes = await this.#sizes(hashes);
    }
    if (hashes.some(hash => !sizes.has(hash))) throw lost();
    const small = hashes.filter(hash => (sizes.get(hash) ?? 0) <= LARGEST);
    const answer = await this.clone.git.local(
      this.clone.folder,
      ['cat-file', '--batch'],
      { input: small.map(hash => `${hash}\n`).join('') },
    );
    const contents = parseBatch(answer);
    if (small.some(hash => !contents.has(hash))) throw lost();
    return contents;
  }

  async #sizes(hashes: string[]): Promise<Map<string, number>> {
    const answer = await this.clone.git.local(
      this.clone.folder,
      ['cat-file', '--batch-check=%(objectname) %(objectsize)'],
      { input: hashes.map(hash => `${hash}\n`).join('') },
    );
    const lines = answer.toString().trim().split('\n');
    const found = lines.filter(line => !line.endsWith(' missing'));
    return new Map(
      found.map(line => {
        const [hash, size] = line.split(' ');
        return [hash, Number(size)];
      }),
    );
  }

  #remember(hash: string, contents: Contents) {
    this.#contents.set(hash, contents);
    this.#size += contents?.length ?? 0;
    for (const [oldest, old] of this.#contents) {
      if (this.#size <= REMEMBERED) break;
      this.#contents.delete(oldest);
      this.#size -= old?.length ?? 0;
    }
  }
}

/** Reads what `cat-file --batch` said: `<hash> blob <size>`, a line end, the contents, a line end. */
function parseBatch(answer: Buffer): Map<string, Contents> {
  const contents = new Map<string, Contents>();
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf('\n', at);
    const [hash, , size] = answer.toString('utf8', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    contents.set(hash, textOf(answer.subarray(at, at + Number(size))));
    at += Number(size) + 1;
  }
  return contents;
}

function textOf(bytes: Buffer): Contents {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return null;
  }
}
