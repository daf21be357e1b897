import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { GitPluginError, simpleGit } from 'simple-git';
import {
  cannotRun,
  type GitResult,
  type GitRun,
  noFolder,
  nothing,
} from './runGit';

const { ENOENT } = constants.errno;

/**
 * simple-git takes no variables of these kinds unless it is told that they are meant: ours, and those that a machine has,
 * an editor or a pager say, of which nothing that is asked here makes use.
 */
const unsafe = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeEditor: true,
  allowUnsafeGitProxy: true,
  allowUnsafePager: true,
  allowUnsafeSshCommand: true,
};

/**
 * Runs git by simple-git, for what needs no standard input and no network, and waits until it has ended, well or not.
 * @throws RepositoryError where there is no git on the machine
 */
export async function runSimpleGit(
  run: Omit<GitRun, 'input'>,
): Promise<GitResult> {
  const { args, folder, environment, quietLimit, signal } = run;
  if (signal?.aborted) return { ...nothing, ended: 'closed' };
  if (!existsSync(folder)) return noFolder;
  let result = nothing;
  let isBegun = true;
  const git = simpleGit({
    baseDir: folder,
    abort: signal,
    timeout: { block: quietLimit },
    unsafe,
    // What it came to is for whoever asked to judge.
    errors(error, { exitCode, stdErr, stdOut }) {
      const [output, words] = [stdOut, stdErr].map(all => Buffer.concat(all));
      result = { code: exitCode ?? -1, output, words: words.toString() };
      // Node.js has a number below zero for what it could not start.
      isBegun = !(exitCode < 0);
      return error instanceof GitPluginError ? error : undefined;
    },
  });
  try {
    await git.env(environment).raw([...args]);
  } catch (error) {
    const { plugin } = error as Partial<GitPluginError>;
    if (plugin === 'timeout') return { ...nothing, ended: 'quiet' };
    if (plugin === 'abort') return { ...nothing, ended: 'closed' };
    throw cannotRun({ code: plugin });
  }
  if (isBegun) return result;
  if (!existsSync(folder)) return noFolder;
  throw cannotRun({ code: result.code === -ENOENT ? 'ENOENT' : undefined });
}
