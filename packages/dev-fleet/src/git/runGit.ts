import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** What git may know of this machine: where its programs are, and no settings of whoever starts it. */
export const gitEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
});

/** What git is given besides its arguments. */
interface GitInput {
  input?: string | Buffer;
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs git in a folder and returns what it writes.
 *
 * @throws Error with what it says where it fails
 */
export async function runGit(
  folder: string,
  args: string[],
  input?: GitInput,
): Promise<string> {
  return (await gitOutput(folder, args, input)).toString();
}

/** The same, in bytes. */
export async function gitOutput(
  folder: string,
  args: string[],
  { input = '', env }: GitInput = {},
): Promise<Buffer> {
  const child = spawn('git', args, {
    cwd: folder,
    env: { ...gitEnvironment(), ...env },
  });
  const written: Buffer[] = [];
  const said: Buffer[] = [];
  child.stdout.on('data', chunk => written.push(chunk));
  child.stderr.on('data', chunk => said.push(chunk));
  // A git that ends early does not read to the end; its exit code tells.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `git ${args[0]} ended with ${code}: ${Buffer.concat(said)
        .toString()
        .trim()}`,
    );
  }
  return Buffer.concat(written);
}
