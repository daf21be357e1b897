import type { GitRepository } from '@sphera/plugin-git-node';
import { RollbackConflictError, SpotError } from '../errors';
import type { TargetFile } from './TargetFile';

/**
 * The texts that change on top of a commit; none where every file says so already. Whatever else somebody changed in them
 * meanwhile stays.
 * @throws RollbackConflictError where a file says another version than it did when the promotion was planned
 */
export async function textsOnTop(
  repository: GitRepository,
  base: string,
  files: readonly TargetFile[],
  version: string,
): Promise<Array<{ path: string; text: string }>> {
  const texts = [];
  for (const one of files) {
    const { path, spot } = one.file;
    const text = await repository.read(base, path);
    const says = text === undefined ? undefined : versionIn(spot, text, path);
    if (says === version) continue;
    if (says !== one.version) {
      throw new RollbackConflictError(
        `${path} says ${says ?? 'nothing'} now, not ${
          one.version ?? 'nothing'
        }: somebody has changed it just now. Look at the plan again`,
      );
    }
    const written =
      text === undefined ? one.written : spot.write(text, version);
    texts.push({ path, text: written });
  }
  return texts;
}

function versionIn(
  spot: TargetFile['file']['spot'],
  text: string,
  path: string,
): string {
  try {
    return spot.read(text);
  } catch (error) {
    if (!(error instanceof SpotError)) throw error;
    throw new RollbackConflictError(`${path}: ${error.message}`);
  }
}
