import { spawn } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** What a run of a script left behind. */
export interface Finished {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Where the documented ways to enforce locks stand. */
export const ENFORCEMENT = resolvePackagePath(
  'backend',
  '../../docs/enforcement',
);

/** Runs a shell with nothing in its environment but the PATH and `env`. */
export async function runShell(
  args: string[],
  env: Record<string, string>,
): Promise<Finished> {
  const child = spawn('sh', args, {
    env: { PATH: process.env.PATH, ...env } as NodeJS.ProcessEnv,
  });
  const finished = { exitCode: null, stdout: '', stderr: '' } as Finished;
  child.stdout.on('data', text => (finished.stdout += text));
  child.stderr.on('data', text => (finished.stderr += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', exitCode => done({ ...finished, exitCode }));
  });
}
