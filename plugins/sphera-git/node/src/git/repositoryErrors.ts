import { RepositoryError } from '../errors';
import type { Git } from './Git';
import type { GitResult } from './runGit';

const NOT_LET_IN =
  /Authentication failed|could not read (Username|Password)|error: 40[13]\b|Permission denied \(|Access denied|HTTP Basic/i;
const NOT_THERE =
  /repository .* not found|error: 404\b|does not appear to be a git repository|Repository not found/i;
const NO_BRANCH = /couldn't find remote ref/i;
const MOVED = /error: 30[1278]\b|redirect/i;

/** Why a remote could not be asked, in words. */
export function remoteError(git: Git, result: GitResult): RepositoryError {
  const { keys } = git;
  const { name, branch } = git.settings;
  const words = git.wordsOf(result);
  const said = result.words;
  const problem = () => {
    if (result.ended) return `does not answer: ${words}`;
    if (NO_BRANCH.test(said)) return `has no branch ${branch}`;
    if (NOT_LET_IN.test(said)) {
      return `does not let the portal in: ${words}. Its credentials in ${keys.repositories}, or those of integrations, have to be right`;
    }
    if (NOT_THERE.test(said)) {
      return `is not at its address, or the portal may not see it: ${words}`;
    }
    if (MOVED.test(said)) return `has moved, its url has to be right: ${words}`;
    return `does not answer: ${words}`;
  };
  return new RepositoryError(`The repository ${name} ${problem()}`);
}

/** Whether it was refused for want of rights. */
export const isNotLetIn = (said: string) => NOT_LET_IN.test(said);

/** The machine has no place for a clone, or git cannot write one. */
export const cannotMake = (git: Git, reason: string) =>
  new RepositoryError(
    `The clone of the repository ${git.settings.name} cannot be made: ${reason}`,
  );
