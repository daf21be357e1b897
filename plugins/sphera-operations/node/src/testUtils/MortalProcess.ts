import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A program in TypeScript in a process of its own, which can be killed. */
export class MortalProcess {
  readonly child: ChildProcess;
  private log = '';

  constructor(program: string, args: string[] = []) {
    this.child = spawn(
      process.execPath,
      ['--require', transform, program, ...args],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', piece => (this.log += piece));
    }
  }

  /** Waits until it says this; fails where it ends before. */
  async says(word: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const end = () => reject(new Error(`It ended: ${this.log}`));
      this.child.once('exit', end);
      this.child.on('message', message => {
        if (message !== word) return;
        this.child.off('exit', end);
        resolve();
      });
    });
  }

  /** It is gone from one moment to the next. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}
