import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process of a git server is asked for. */
export interface GitWanted {
  /** `kestrel/deployments` */
  name: string;
  token: string;
  /** The oldest first, a day between them. */
  commits: Array<{ message: string; files: Record<string, string> }>;
}

/** A git server with one repository. */
export interface GitHost {
  /** What to clone. */
  url: string;
  token: string;
  /** When its branch moves next, in milliseconds since 1970; ask before it can. */
  nextPush(): Promise<number>;
  stop(): void;
}

const LONGEST_MS = 30_000;

/** Starts it, with these commits on its branch. */
export async function startGitHost(
  commits: GitWanted['commits'],
): Promise<GitHost> {
  const name = 'kestrel/deployments';
  const token = 'benchmark-git-4Lq8ZtXv2Nc6Wd9RbYm3';
  const child = fork(join(__dirname, 'gitProcess.ts'));
  const answer = <T>(key: string, longest: number) =>
    new Promise<T>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No word of "${key}" from the git server`)),
        longest,
      );
      const hear = (message: object) => {
        // What transforms the sources on their way in has messages of its own.
        if (!(key in message)) return;
        clearTimeout(timer);
        child.off('message', hear);
        resolve((message as Record<string, T>)[key]);
      };
      child.on('message', hear);
    });
  const isUp = answer<string>('gitAt', 4 * LONGEST_MS);
  child.send({ name, token, commits } satisfies GitWanted);
  return {
    url: await isUp,
    token,
    nextPush: () => answer<number>('pushedAt', LONGEST_MS),
    stop: () => child.disconnect(),
  };
}
