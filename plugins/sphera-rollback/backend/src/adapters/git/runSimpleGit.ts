import { existsSync } from 'node:fs';
import { GitPluginError, simpleGit } from 'simple-git';
import {
  cannotRun,
  type GitResult,
  type GitRun,
  noFolder,
  nothing,
} from './runGit';

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
  let result: GitResult | undefined;
  const git = simpleGit({
    baseDir: folder,
    abort: signal,
    timeout: { block: quietLimit },
    unsafe,
    // What it came to is for whoever asked to judge.
    errors(error, { exitCode, stdErr, stdOut }) {
      // It did not begin, or was ended.
      if (error instanceof GitPluginError || exitCode < 0) return error;
      const words = Buffer.concat(stdErr).toString();
      result = { code: exitCode, output: Buffer.concat(stdOut), words };
      return undefined;
    },
  });
  try {
    await git.env(environment).raw([...args]);
  } catch (error) {
    return resultOf(error, folder);
  }
  return result ?? nothing;
}

function resultOf(error: unknown, folder: string): GitResult {
  const { plugin, message } = error as Partial<GitPluginError>;
  if (plugin === 'timeout') return { ...nothing, ended: 'quiet' };
  if (plugin === 'abort') return { ...nothing, ended: 'closed' };
  if (!existsSync(folder)) return noFolder;
  const isMissing = /\bENOENT\b/.test(message ?? '');
  throw cannotRun({ code: isMissing ? 'ENOENT' : plugin });
}
