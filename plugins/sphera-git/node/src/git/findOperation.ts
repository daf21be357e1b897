import type { Clone } from './Clone';
import { LOG_FORMAT, parseLog } from './commitLog';
import type { LoggedCommit } from './GitRepository';

/**
 * The log is read back to the first commit before the moment: clocks of those who commit may be wrong by a day. In
 * seconds.
 */
const LEEWAY = 86_400;

/** The newest commit since a moment (milliseconds) with a trailer `Sphera-Operation: <id>`. @throws GitFailure */
export async function findOperation(
  { git, folder }: Clone,
  { commit, id, since }: { commit: string; id: string; since: number },
): Promise<LoggedCommit | undefined> {
  const seconds = Math.max(0, Math.floor(since / 1_000) - LEEWAY);
  const output = await git.local(folder, [
    'log',
    `--since=@${seconds} +0000`,
    '--fixed-strings',
    `--grep=Sphera-Operation: ${id}`,
    LOG_FORMAT,
    commit,
  ]);
  const found = parseLog(output.toString()).find(
    ({ trailers }) => trailers['sphera-operation'] === id,
  );
  if (!found) return undefined;
  const { parents, blob, ...logged } = found;
  return logged;
}
