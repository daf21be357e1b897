import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RollbackSettings } from '../../settings/RollbackSettings';
import { RepositoryError } from '../../errors';
import type { Clone } from './Clone';
import { GitFailure } from './Git';
import type { CommitRequest } from './GitRepository';
import { writeTree } from './writeTree';

/** Who commits, and how it is signed. */
export type Committer = Pick<RollbackSettings, 'identity' | 'signing'>;

/**
 * Writes a commit into a clone, without a work tree: files on top of the base's tree. Nothing refers to it. The same
 * request gives the same hash (unless OpenPGP signs, which puts the time in).
 * @throws GitFailure
 */
export async function writeCommit(
  clone: Clone,
  request: CommitRequest,
  committer: Committer,
): Promise<string> {
  const blobs = await writeBlobs(clone, request.files);
  const files = request.files.map(({ path }, index) => ({
    path,
    hash: blobs[index],
  }));
  const tree = await writeTree(clone, request.base, files);
  return commitTree(clone, tree, request, committer);
}

async function commitTree(
  { git, folder }: Clone,
  tree: string,
  { base, message, author, at }: CommitRequest,
  { identity, signing }: Committer,
): Promise<string> {
  const date = `${Math.floor(at / 1_000)} +0000`;
  const sign = signing ? [`-S${signing.key}`] : [];
  const result = await git.attempt(
    folder,
    ['commit-tree', tree, '-p', base, ...sign],
    {
      input: message.endsWith('\n') ? message : `${message}\n`,
      config: {
        'i18n.commitEncoding': 'UTF-8',
        ...(signing && { 'gpg.format': signing.format }),
      },
      variables: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email,
        GIT_COMMITTER_DATE: date,
      },
    },
  );
  if (result.code === 0) return result.output.toString().trim();
  const words = git.wordsOf(result);
  if (!signing) throw new GitFailure(words);
  throw new RepositoryError(
    `A commit to the repository ${git.settings.name} cannot be signed, the key in sphera.rollback.signing has to be there and to be usable: ${words}`,
  );
}

async function writeBlobs(
  { git, folder }: Clone,
  files: CommitRequest['files'],
): Promise<string[]> {
  const place = await mkdtemp(join(tmpdir(), 'sphera-commit-'));
  try {
    const written = await Promise.all(
      files.map(async ({ text }) => {
        const file = join(place, randomUUID());
        await writeFile(file, text);
        return file;
      }),
    );
    const output = await git.local(
      folder,
      ['hash-object', '-w', '--no-filters', '--stdin-paths'],
      { input: written.map(file => `${file}\n`).join('') },
    );
    return output.toString().trim().split('\n');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
