import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import {
  PIPELINE_TOKEN,
  type ReplicaMessage,
  type ReplicaOrder,
  type ToReplica,
} from './order';

const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');

/** A replica of the portal in a process of its own, which loads its program and waits until it is started. */
export class ReplicaProcess {
  /** Services whose rollback stands still at its boundary. */
  readonly stopped = new Set<string>();
  /** Boundaries that any rollback has come to. */
  readonly boundaries = new Set<string>();
  private readonly child: ChildProcess;
  private readonly states = new EventEmitter();
  private readonly isLoaded: Promise<unknown>;
  private address = '';
  private log = '';

  constructor() {
    this.child = spawn(
      process.execPath,
      ['--require', transform, join(__dirname, 'replica.ts')],
      { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
    );
    this.isLoaded = once(this.states, 'loaded');
    // Whoever starts it hears of it.
    this.isLoaded.catch(() => {});
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.on('data', piece => (this.log += piece));
    }
    this.child.on('message', message => {
      const { is, boundary, stopped } = message as ReplicaMessage;
      if (is) this.states.emit(is);
      if (boundary) this.boundaries.add(boundary);
      if (stopped) this.stopped.add(stopped);
    });
    this.child.once('exit', () => {
      const error = new Error(`A replica ended: ${this.log}`);
      if (this.states.listenerCount('error')) this.states.emit('error', error);
    });
  }

  /** Starts it, and waits until it listens. */
  async start(order: ReplicaOrder): Promise<void> {
    this.address = order.address;
    await this.isLoaded;
    const isStarted = once(this.states, 'started');
    this.send({ order });
    await isStarted;
  }

  /** Asks an operation of a plugin, as a pipeline; its answer, whatever it is. */
  async ask(
    operation: string,
    input: object,
    plugin = 'sphera-rollback',
  ): Promise<any> {
    const isRead = /^(get|list|plan)-/.test(operation);
    const query = new URLSearchParams(input as Record<string, string>);
    const path = `${this.address}/api/${plugin}/v1/${operation}`;
    const headers = {
      authorization: `Bearer ${PIPELINE_TOKEN}`,
      'content-type': 'application/json',
    };
    const response = await (isRead
      ? fetch(`${path}?${query}`, { headers })
      : fetch(path, { method: 'POST', headers, body: JSON.stringify(input) }));
    return response.json();
  }

  /** Each next rollback of these services stops at its boundary. */
  stopAt(stopsAt: Record<string, string>): void {
    this.send({ stopsAt });
  }

  /** Lets what stands still go on. */
  goOn(): void {
    this.send({ goes: true });
  }

  /** Nothing of it runs, nor gets to know anything, until `resume`. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  resume(): void {
    this.child.kill('SIGCONT');
  }

  /** It is gone from one moment to the next. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  private send(message: ToReplica): void {
    this.child.send(message);
  }
}
