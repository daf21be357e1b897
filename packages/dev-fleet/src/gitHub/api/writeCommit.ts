import { runGit } from '../../git/runGit';
import type { RepositoryCall } from './Call';

/** Who is named in a commit, and when. */
export interface CommitPerson {
  name: string;
  email: string;
  /** In seconds since 1970. */
  at: number;
}

/** A person as a call names him; who calls, where it names nobody. */
export function personOf(
  { account, world }: RepositoryCall,
  wish: unknown,
): CommitPerson {
  const { name, email, date } = (wish ?? {}) as Record<string, unknown>;
  const now = world.options.clock.now();
  return {
    name: typeof name === 'string' ? name : account.login,
    email:
      typeof email === 'string'
        ? email
        : `${account.login}@users.noreply.github.example`,
    at: Math.floor((typeof date === 'string' ? Date.parse(date) : now) / 1_000),
  };
}

/** Writes a commit; no branch moves. Returns its hash. */
export async function writeCommit(
  { repository }: RepositoryCall,
  commit: {
    tree: string;
    parents: string[];
    message: string;
    author: CommitPerson;
    committer: CommitPerson;
  },
): Promise<string> {
  const { tree, parents, message, author, committer } = commit;
  const written = await runGit(
    repository.hosted.folder,
    ['commit-tree', tree, ...parents.flatMap(each => ['-p', each])],
    {
      input: message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: `${author.at} +0000`,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: `${committer.at} +0000`,
      },
    },
  );
  return written.trim();
}
