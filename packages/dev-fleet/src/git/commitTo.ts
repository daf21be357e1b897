import { fastImport, type ImportedCommit } from './fastImport';

/** Commits to a branch of a bare repository, as if somebody had pushed it; returns the new hash. */
export async function commitTo(
  folder: string,
  { branch = 'main', ...commit }: ImportedCommit & { branch?: string },
): Promise<string> {
  return fastImport(folder, { branch, commits: [commit] });
}
