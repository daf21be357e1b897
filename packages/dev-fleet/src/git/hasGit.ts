import { tmpdir } from 'node:os';
import { runGit } from './runGit';

/** Whether there is a git on this machine. */
export async function hasGit(): Promise<boolean> {
  return runGit(tmpdir(), ['--version']).then(
    () => true,
    () => false,
  );
}
