import type { PullRequest } from '../../adapters/github/PullRequests';
import { type Change, headOf, newTexts } from '../Change';
import { StepFailure } from '../endings';
import type { KeptCommit } from '../KeptRollback';

/**
 * Whoever may push may have added to the branch of a pull request: it changes what the rollback changes, on top of
 * whatever it was brought up to date with, and nothing else.
 * @throws StepFailure where a person has to look at it; RepositoryError
 */
export async function checkIsOurs(
  change: Change,
  commit: KeptCommit,
  { number, head }: Pick<PullRequest, 'number' | 'head'>,
): Promise<void> {
  if (head === commit.hash) return;
  let strange = await strangeFiles(change, head);
  // Whoever asked the repository in the same moment may have begun before it was brought up to date.
  if (strange.length > 0) strange = await strangeFiles(change, head);
  if (strange.length === 0) return;
  throw new StepFailure(
    `Somebody changed the branch of pull request #${number}: it has more in it than this rollback (${strange.join(
      ', ',
    )})`,
    `See what was changed. Merge #${number} by hand if it is right, or close it and start again`,
  );
}

/** The files that a commit does not leave as the rollback would, on top of what it has of the main branch. */
async function strangeFiles(change: Change, head: string): Promise<string[]> {
  const { repository } = change;
  const main = await headOf(repository);
  const { base, paths } = await repository.changesSince(main, head);
  const ours = new Map(
    (await newTexts(change, base)).map(({ path, text }) => [path, text]),
  );
  const strange = [];
  for (const path of new Set([...paths, ...ours.keys()])) {
    const isOurs =
      ours.has(path) && (await repository.read(head, path)) === ours.get(path);
    if (!isOurs) strange.push(path);
  }
  return strange;
}
