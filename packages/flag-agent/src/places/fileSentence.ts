import { dirname } from 'node:path';
import { PlaceError } from './FlagPlace';

const SENTENCES: Record<string, (path: string) => string> = {
  ENOSPC: () => 'The disk is full',
  EDQUOT: () => 'The disk quota is used up',
  EFBIG: path => `The file ${path} may not become as large as it has to be`,
  EROFS: path => `The folder ${dirname(path)} is read-only`,
  EACCES: path =>
    `The folder ${dirname(
      path,
    )} may not be written by this user, or ${path} not be read`,
  EPERM: path => `The folder ${dirname(path)} may not be written by this user`,
  ENOENT: path => `The folder ${dirname(path)} does not exist`,
  ENOTDIR: path => `${dirname(path)} is no folder`,
  EISDIR: path => `${path} is a folder, and has to be a file`,
  EIO: () => 'The disk fails',
};

/** What an error of the file system means for a file of flags, in one sentence. */
export function placeErrorOf(error: unknown, path: string): PlaceError {
  if (error instanceof PlaceError) return error;
  const code = String((error as { code?: unknown }).code);
  return new PlaceError(
    SENTENCES[code]?.(path) ?? `The file ${path} cannot be used (${code})`,
  );
}
