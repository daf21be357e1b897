import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { openLogAgentBus, TOPICS, type Log } from '@sphera/plugin-flags-node';
import type { AgentOptions } from '../AgentOptions';
import { FlagFile } from '../places/FlagFile';
import { startAgent, type RunningAgent } from '../startAgent';
import { Portal } from './Portal';
import { quickClock } from './quickClock';

/** The agent of the cluster `here`, with a folder of its own; it is to be removed after the test. */
export class AgentOfTest {
  readonly clock = quickClock();
  readonly logged: string[] = [];
  private running: Array<{ stop(): Promise<void> }> = [];

  private constructor(readonly portal: Portal, readonly folder: string) {}

  static async make(portal = new Portal()): Promise<AgentOfTest> {
    return new AgentOfTest(
      portal,
      await mkdtemp(join(tmpdir(), 'sphera-agent-')),
    );
  }

  get path(): string {
    return join(this.folder, 'flags.json');
  }

  start(
    options: Partial<AgentOptions> = {},
    log: Log = this.portal.log,
  ): RunningAgent {
    const { clock } = this;
    const bus = openLogAgentBus({
      log,
      topics: TOPICS,
      clock,
      cluster: 'here',
    });
    const note = (message: string) => void this.logged.push(message);
    const agent = startAgent({
      cluster: 'here',
      bus,
      flags: new FlagFile(this.path, clock),
      clock,
      newId: randomUUID,
      logger: { debug: note, info: note, warn: note, error: note },
      version: '1.2.3',
      // No test waits for what comes by itself.
      snapshotEvery: 24 * 60 * 60_000,
      ...options,
    });
    this.running.push(agent, bus);
    return agent;
  }

  async stop(): Promise<void> {
    for (const one of this.running) await one.stop();
    this.running = [];
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What is in the file. */
  async text(): Promise<string> {
    return readFile(this.path, 'utf8');
  }

  /** The flags in the file. */
  async flags(): Promise<Record<string, any>> {
    return JSON.parse(await this.text()).flags;
  }

  /** As an editor does that writes into the file that is there. */
  async edit(change: (flags: Record<string, any>) => void): Promise<void> {
    const document = JSON.parse(await this.text());
    change(document.flags);
    await writeFile(this.path, JSON.stringify(document));
  }

  /** Puts another file in its place. */
  async put(text: string): Promise<void> {
    await writeFile(`${this.path}.other`, text);
    await rename(`${this.path}.other`, this.path);
  }
}

/** How the file has a flag. */
export const entry = (definition: FlagDefinition, revision: number) => ({
  ...definition,
  metadata: {
    service: 'component:default/checkout',
    'sphera-revision': revision,
  },
});
