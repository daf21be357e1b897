import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostedRepository, RepositoryWish } from './HostedRepositories';
import { updateHook } from './updateHook';

/** Nothing goes on in a folder when nobody asks. */
const SETTINGS = `[core]
	repositoryformatversion = 0
	filemode = true
	bare = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	autogc = false
[gc]
	auto = 0
`;

const FOLDERS = [
  'hooks',
  'objects/info',
  'objects/pack',
  'refs/heads',
  'refs/tags',
];

/** Makes an empty repository on disk: what `git init` makes, without a process for each of the many at a start. */
export async function makeRepository(
  root: string,
  { name, branch = 'main', protectedBranches = [] }: RepositoryWish,
): Promise<HostedRepository> {
  const folder = join(root, `${name}.git`);
  for (const each of FOLDERS) {
    await mkdir(join(folder, each), { recursive: true });
  }
  await writeFile(join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`);
  await writeFile(join(folder, 'config'), SETTINGS);
  await writeFile(join(folder, 'hooks/update'), updateHook, { mode: 0o755 });
  return { name, folder, branch, protectedBranches: [...protectedBranches] };
}
