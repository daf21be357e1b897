import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { World } from '../../__testUtils__/world';

const git = promisify(execFile);

/** A commit of a branch. */
export interface LoggedCommit {
  hash: string;
  author: string;
  subject: string;
  /** The whole message. */
  body: string;
}

/** What is on a branch of a repository, the newest first. */
export async function logOf(
  world: Pick<World, 'folderOf'>,
  repository: string,
  branch = 'main',
): Promise<LoggedCommit[]> {
  const { stdout } = await git('git', [
    '-C',
    world.folderOf(repository),
    'log',
    '--format=%H%x1f%an <%ae>%x1f%s%x1f%B%x1e',
    branch,
  ]);
  return stdout
    .split('\x1e')
    .map(text => text.trim())
    .filter(Boolean)
    .map(text => {
      const [hash, author, subject, body] = text.split('\x1f');
      return { hash, author, subject, body: body.trim() };
    });
}

/** The commits of one rollback. */
export async function commitsOf(
  world: Pick<World, 'folderOf'>,
  id: string,
  repository = 'deployments',
): Promise<LoggedCommit[]> {
  const log = await logOf(world, repository);
  return log.filter(({ body }) => body.includes(`Sphera-Operation: ${id}`));
}
