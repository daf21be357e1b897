import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { imageCommand } from './imageCommand';

const root = resolve(__dirname, '../..');

/** Builds the daemon into a folder; answers where it is. */
export async function buildDaemon(folder: string): Promise<string> {
  const script = join(root, 'build.mjs');
  await promisify(execFile)(process.execPath, [script, folder]);
  return join(folder, 'flag-agent.cjs');
}

/** The daemon as a process of its own, started as the image does. */
export class Daemon {
  output = '';
  errors = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;

  constructor(
    bundle: string,
    args: string[],
    env: NodeJS.ProcessEnv = {},
    wrapper: string[] = [],
  ) {
    const image = imageCommand();
    const node = [process.execPath, ...image.nodeOptions, bundle];
    const [program, ...rest] = [...wrapper, ...node, ...args];
    // Nothing of the environment of the test: what is set there is no setting of the daemon.
    this.child = spawn(program, rest, {
      env: { PATH: process.env.PATH, ...image.env, ...env },
    });
    this.child.stdout?.on('data', data => (this.output += data));
    this.child.stderr?.on('data', data => (this.errors += data));
    this.ended = once(this.child, 'close');
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Nobody takes any longer what it writes. */
  closeOutput(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  /** With what it ended: a number, or the signal. */
  async end(): Promise<number | string> {
    const [code, signal] = await this.ended;
    return (code ?? signal) as number | string;
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string> {
    this.child.kill(signal);
    return this.end();
  }

  /** What one of its pages answers. */
  async get(path: string): Promise<{ status: number; text: string }> {
    const port = await eventually(() => {
      const [, found] = /health is at port (\d+)/.exec(this.output) ?? [];
      if (!found)
        throw new Error(`It does not run: ${this.output}${this.errors}`);
      return found;
    });
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: response.status, text: await response.text() };
  }

  /** Value of one of its metrics. */
  async metric(name: string): Promise<number> {
    const { text } = await this.get('/metrics');
    const line = text.split('\n').find(one => one.startsWith(`${name} `));
    return Number(line?.split(' ')[1]);
  }

  /** The most resident memory that it ever had, in megabytes, as Linux counts it. */
  async mostMegabytes(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }
}
