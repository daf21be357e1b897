import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostedRepository, RepositoryWish } from './HostedRepositories';
import { runGit } from './runGit';
import { updateHook } from './updateHook';

const SETTINGS = {
  'uploadpack.allowFilter': 'true',
  'uploadpack.allowAnySHA1InWant': 'true',
  'http.receivepack': 'true',
  // Nothing goes on in a folder when nobody asks.
  'receive.autogc': 'false',
  'gc.auto': '0',
};

/** Makes an empty repository on disk. */
export async function makeRepository(
  root: string,
  { name, branch = 'main', protectedBranches = [] }: RepositoryWish,
): Promise<HostedRepository> {
  const folder = join(root, `${name}.git`);
  await runGit(root, ['init', '--quiet', '--bare', '-b', branch, folder]);
  for (const [key, value] of Object.entries(SETTINGS)) {
    await runGit(folder, ['config', key, value]);
  }
  const hook = join(folder, 'hooks', 'update');
  await writeFile(hook, updateHook);
  await chmod(hook, 0o755);
  return { name, folder, branch, protectedBranches: [...protectedBranches] };
}
