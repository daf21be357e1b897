import type { Clone } from './Clone';
import { LOG_FORMAT, type LogEntry, parseLog } from './commitLog';

/**
 * A merge counts once, at the moment it came to the branch, but who changed the file, with which subject and which
 * trailers, says the commit that was merged.
 */
export async function changesOf(
  clone: Clone,
  entries: LogEntry[],
  path: string,
): Promise<LogEntry[]> {
  const merges = entries.filter(({ parents }) => parents.length > 1);
  if (!merges.length) return entries;
  // Most pull requests have one commit: all of these in one go.
  const tips = await tipsOf(clone, merges, path);
  const changes = new Map<string, LogEntry>();
  for (const merge of merges) {
    const change =
      tips.get(merge.parents[1]) ?? (await lastOf(clone, merge, path));
    if (change) changes.set(merge.hash, change);
  }
  return entries.map(entry => {
    const change = changes.get(entry.hash);
    return change ? merged(entry, change) : entry;
  });
}

async function tipsOf(
  clone: Clone,
  merges: LogEntry[],
  path: string,
): Promise<Map<string, LogEntry>> {
  const output = await clone.git.local(
    clone.folder,
    [
      'log',
      '--no-walk=unsorted',
      '--stdin',
      '--raw',
      '--no-abbrev',
      '--no-renames',
      LOG_FORMAT,
    ],
    {
      input: [...merges.map(({ parents }) => parents[1]), '--', path, ''].join(
        '\n',
      ),
    },
  );
  const tips = parseLog(output.toString());
  return new Map(
    tips
      .filter(({ blob, parents }) => blob !== undefined && parents.length === 1)
      .map(tip => [tip.hash, tip]),
  );
}

async function lastOf(
  clone: Clone,
  { parents }: LogEntry,
  path: string,
): Promise<LogEntry | undefined> {
  const output = await clone.git.local(clone.folder, [
    'log',
    '-1',
    '--no-merges',
    LOG_FORMAT,
    `${parents[0]}..${parents[1]}`,
    '--',
    path,
  ]);
  return parseLog(output.toString())[0];
}

function merged(merge: LogEntry, change: LogEntry): LogEntry {
  return {
    ...merge,
    author: change.author,
    subject: change.subject,
    trailers: { ...change.trailers, ...merge.trailers },
    pullRequest: merge.pullRequest ?? change.pullRequest,
  };
}
