import { RepositoryError } from '../errors';
import type { Clone } from './Clone';
import type { CommitRequest } from './GitRepository';
import type { Committer } from './GitSettings';
import { importCommit } from './importCommit';

/**
 * Writes a commit into a clone, without a work tree: files on top of the base's tree. Nothing refers to it. The same
 * request gives the same hash (unless OpenPGP signs, which puts the time in).
 * @throws GitFailure
 */
export async function writeCommit(
  clone: Clone,
  request: CommitRequest,
  { identity, signing }: Committer,
): Promise<string> {
  const commit = await importCommit(clone, request, identity);
  return signing ? sign(clone, commit, request, { identity, signing }) : commit;
}

/** The same commit with a signature, which fast-import cannot make. */
async function sign(
  { git, folder }: Clone,
  commit: string,
  { base, message, author, at }: CommitRequest,
  { identity, signing }: Required<Committer>,
): Promise<string> {
  const date = `${Math.floor(at / 1_000)} +0000`;
  const result = await git.attempt(
    folder,
    ['commit-tree', `${commit}^{tree}`, '-p', base, `-S${signing.key}`],
    {
      input: message.endsWith('\n') ? message : `${message}\n`,
      config: {
        'i18n.commitEncoding': 'UTF-8',
        'gpg.format': signing.format,
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
  throw new RepositoryError(
    `A commit to the repository ${
      git.settings.name
    } cannot be signed, the key in ${
      git.keys.signing
    } has to be there and to be usable: ${git.wordsOf(result)}`,
  );
}
