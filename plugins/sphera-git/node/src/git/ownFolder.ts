import { mkdir, stat } from 'node:fs/promises';
import { RepositoryError } from '../errors';

const ROOT = 0;

/**
 * Makes a folder that nobody else may look into. The default one has a name that can be guessed, below a folder in which
 * every user of the machine may make others: one that is somebody else's is not used.
 * @param key - where in the configuration it is written
 * @throws RepositoryError
 */
export async function ownFolder(folder: string, key: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new RepositoryError(
      `${key} cannot be made (${
        (error as NodeJS.ErrnoException).code
      }): it has to be a folder that the portal may write to`,
    );
  }
  const { uid } = await stat(folder);
  const own = process.getuid?.() ?? uid;
  if (uid !== own && uid !== ROOT) {
    throw new RepositoryError(
      `${key} belongs to another user of the machine: it has to be the portal’s own`,
    );
  }
}
