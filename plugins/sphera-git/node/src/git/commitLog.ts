import type { LoggedCommit } from './GitRepository';

/** A commit of the log, with its parents and what it did to the file that was asked for. */
export interface LogEntry extends LoggedCommit {
  parents: string[];
  /** Hash of the file's contents; `null`: it took the file away; absent: it did not touch the file, or nobody asked. */
  blob?: string | null;
}

/** Fields end with NUL, which no commit has in it; what is said of files comes after the last. */
export const LOG_FORMAT =
  '--format=%x00%H%x00%ct%x00%an%x00%ae%x00%P%x00%s%x00%(trailers:only,unfold)%x00';

const FIELDS = 8;

/** Reads what `git log` said in `LOG_FORMAT`, perhaps with `--raw --no-abbrev` of one file. */
export function parseLog(output: string): LogEntry[] {
  const parts = output.split('\0').slice(1);
  const entries: LogEntry[] = [];
  for (let at = 0; at + FIELDS <= parts.length; at += FIELDS) {
    const [hash, seconds, name, email, parents, subject, trailers, files] =
      parts.slice(at, at + FIELDS);
    const blob = blobOf(files);
    entries.push({
      hash,
      at: Number(seconds) * 1_000,
      author: { name, email },
      subject,
      trailers: trailersOf(trailers),
      ...pullRequestOf(subject),
      parents: parents.split(' ').filter(Boolean),
      ...(blob !== undefined && { blob }),
    });
  }
  return entries;
}

// `:100644 100644 <old> <new> M`: mode, mode, hash, hash, what was done to it.
const RAW = /^:\d{6} (\d{6}) [0-9a-f]+ ([0-9a-f]+) \w/m;
/** Of a file, a file that may be run; a link or a folder has no version in it. */
const FILE_MODE = /^100/;

function blobOf(files: string): string | null | undefined {
  const [, mode, hash] = RAW.exec(files) ?? [];
  if (!mode) return undefined;
  return FILE_MODE.test(mode) ? hash : null;
}

function trailersOf(text: string): Record<string, string> {
  const trailers: Record<string, string> = Object.create(null);
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    trailers[line.slice(0, colon).trim().toLowerCase()] = line
      .slice(colon + 1)
      .trim();
  }
  return { ...trailers };
}

function pullRequestOf(subject: string): { pullRequest?: number } {
  const [, number] =
    /\(#(\d{1,9})\)\s*$/.exec(subject) ??
    /^Merge pull request #(\d{1,9})\b/.exec(subject) ??
    [];
  return number ? { pullRequest: Number(number) } : {};
}
