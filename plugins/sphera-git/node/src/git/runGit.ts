import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { RepositoryError } from '../errors';

/** One run of git. */
export interface GitRun {
  args: readonly string[];
  /** Where. */
  folder: string;
  /** All of its environment. */
  environment: NodeJS.ProcessEnv;
  /** Goes to its standard input. */
  input?: string | Buffer;
  /** It is ended once it has said nothing for so many milliseconds. */
  quietLimit: number;
  /** Ends it. */
  signal?: AbortSignal;
}

/** What a run of git came to. */
export interface GitResult {
  /** 0: it went well; -1: it was ended. */
  code: number;
  output: Buffer;
  /** What it said of itself and of the remote; the last of it where that was much. */
  words: string;
  /** Why it was ended before its time. */
  ended?: 'quiet' | 'closed';
}

/** Of a log of 100,000 commits some 20 MB are said; more than this is no answer to anything that is asked here. */
const MOST_OUTPUT = 256 * 1024 * 1024;
const MOST_WORDS = 64 * 1024;

/** Of a run that never came to anything. */
export const nothing: GitResult = {
  code: -1,
  output: Buffer.alloc(0),
  words: '',
};
/** What git says in a folder that is none of its own. */
export const noFolder: GitResult = {
  ...nothing,
  code: 128,
  words: 'not a git repository',
};

/**
 * Runs git and waits until it has ended, well or not. Whatever it has started is ended with it: a push that hangs
 * hangs in a child of git's.
 *
 * For what simple-git cannot do: it gives no way to git's standard input, ends git but not git's children, writes the
 * environment, where credentials are, to its debug log, and waits 50 ms after a command that prints nothing.
 *
 * @throws RepositoryError where there is no git on the machine, or where its answer is too large
 */
export function runGit(run: GitRun): Promise<GitResult> {
  const { args, folder, environment, input, quietLimit, signal } = run;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      resolve({ ...nothing, ended: 'closed' });
      return;
    }
    if (!existsSync(folder)) {
      resolve(noFolder);
      return;
    }
    // Of a group of its own, so that all of it can be ended.
    const child = spawn('git', args, {
      cwd: folder,
      env: environment,
      detached: true,
    });
    const output: Buffer[] = [];
    let size = 0;
    let words = '';
    let ended: GitResult['ended'];
    const kill = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It is gone.
      }
    };
    const end = (why: GitResult['ended']) => {
      ended ??= why;
      kill();
    };
    const close = () => end('closed');
    const quiet = setTimeout(() => end('quiet'), quietLimit);
    signal?.addEventListener('abort', close, { once: true });

    child.stdout.on('data', (chunk: Buffer) => {
      quiet.refresh();
      size += chunk.length;
      if (size <= MOST_OUTPUT) output.push(chunk);
      else kill();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      quiet.refresh();
      words = (words + chunk.toString()).slice(-MOST_WORDS);
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(quiet);
      signal?.removeEventListener('abort', close);
      if (existsSync(folder)) reject(cannotRun(error));
      else resolve(noFolder);
    });
    child.on('close', code => {
      clearTimeout(quiet);
      signal?.removeEventListener('abort', close);
      if (size > MOST_OUTPUT) {
        reject(new RepositoryError(`git ${args[0]} answers too much`));
        return;
      }
      const all = Buffer.concat(output);
      resolve({ code: ended ? -1 : code ?? -1, output: all, words, ended });
    });
    // Git may end before it has read all.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** Why git did not even begin. */
export function cannotRun({
  code = 'unknown',
}: Pick<NodeJS.ErrnoException, 'code'>): RepositoryError {
  return new RepositoryError(
    code === 'ENOENT'
      ? 'There is no git on this machine: install it'
      : `git cannot be started on this machine (${code})`,
  );
}
