import type { GitRepository } from '@sphera/plugin-git-node';
import type { KeptRollback } from '../KeptRollback';

/** By how much the clocks of the portal and of a git host may differ. */
const SKEW_MS = 15 * 60_000;

/** Hash of the commit of a rollback, where it is in the history of another one. */
export async function findArrived(
  repository: GitRepository,
  head: string,
  { id, startedAt }: KeptRollback,
): Promise<string | undefined> {
  const found = await repository.findOperation(head, id, startedAt - SKEW_MS);
  return found?.hash;
}
