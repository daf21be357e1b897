import { PushRefusedError, RepositoryError } from '../errors';
import type { Git } from './Git';
import type { PushOutcome } from './GitRepository';
import { isNotLetIn, remoteError } from './repositoryErrors';
import type { GitResult } from './runGit';

/** `!\t<from>:<to>\t[remote rejected] (pre-receive hook declined)` */
const LINE = /^([ +\-*=!])\t([^\t]*)\t(.*)$/m;

const RACED =
  /\[rejected\]|cannot lock ref|failed to update ref|failed to lock|incorrect old value|is at [0-9a-f]+ but expected|reference already exists/i;
const PROTECTED =
  /GH006|GH013|rule violations|protected (branch|ref)|pull requests?\b|merge requests?\b/i;
const DENIED =
  /permission|not allowed|denied|forbidden|unauthori[sz]ed|read[- ]only|prohibited/i;
/** Troubles of the remote itself: later it may work. */
const TROUBLE = /unpacker error|remote failed to report status|internal/i;

/**
 * What became of a push, by what `git push --porcelain` said.
 * @throws PushRefusedError, RepositoryError
 */
export function pushOutcome(
  git: Git,
  result: GitResult,
  branch: string,
): PushOutcome {
  const [, flag, , summary] = LINE.exec(result.output.toString()) ?? [];
  if (result.code === 0 && flag !== undefined && flag !== '!') return 'pushed';
  const { name } = git.settings;
  const words = git.wordsOf(result);
  const said = `${summary ?? ''}\n${result.words}`;
  if (flag !== '!') {
    if (!result.ended && isNotLetIn(result.words)) {
      throw new PushRefusedError(
        'denied',
        `The portal may not push to the repository ${name}: ${words}`,
      );
    }
    throw remoteError(git, result);
  }
  if (PROTECTED.test(said)) {
    throw new PushRefusedError(
      'protected',
      `The branch ${branch} of ${name} is protected: ${words}`,
    );
  }
  if (RACED.test(said)) return 'raced';
  if (TROUBLE.test(summary)) {
    throw new RepositoryError(
      `The repository ${name} could not take the push: ${words}`,
    );
  }
  if (DENIED.test(said)) {
    throw new PushRefusedError(
      'denied',
      `The portal may not push to the repository ${name}: ${words}`,
    );
  }
  throw new PushRefusedError(
    'hook',
    `The repository ${name} refused the push: ${words}`,
  );
}
