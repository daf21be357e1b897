import { join } from 'node:path';
import { freePorts } from '@sphera/dev-fleet';
import { MortalProcess } from '@sphera/plugin-operations-node/testUtils';
import { PIPELINE_TOKEN, type ReplicaOrder } from './order';

/** A replica of the portal in a process of its own. */
export class ReplicaProcess {
  private constructor(
    private readonly running: MortalProcess,
    private readonly address: string,
  ) {}

  /** Starts it, and waits until it listens. */
  static async start(
    order: Omit<ReplicaOrder, 'address'>,
  ): Promise<ReplicaProcess> {
    const [port] = await freePorts(1);
    const address = `http://127.0.0.1:${port}`;
    const running = new MortalProcess(join(__dirname, 'replica.ts'));
    await running.says('loaded');
    running.child.send({ ...order, address });
    await running.says('started');
    return new ReplicaProcess(running, address);
  }

  /** Asks an operation that acts, as a pipeline; fails where it is gone, or refuses. */
  async ask(operation: string, input: object): Promise<void> {
    const path = `${this.address}/api/sphera-flags/v1/${operation}`;
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${PIPELINE_TOKEN}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** It is gone from one moment to the next. */
  async kill(): Promise<void> {
    await this.running.kill();
  }
}
