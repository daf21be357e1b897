import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { FlagFile, startAgent, type RunningAgent } from '@sphera/flag-agent';
import type { FlagDefinition } from '@sphera/plugin-flags-common';
import type { AgentBus } from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-node';

/** What a flag is in the file of a cluster. */
export interface FlagInFile extends FlagDefinition {
  metadata: { service: string; 'sphera-revision': number };
}

/** A cluster with a real agent, which keeps its flags in a file. It may stop and start as often as a test wants. */
export class RealAgent {
  private running?: { agent: RunningAgent; bus: AgentBus };

  private constructor(
    readonly cluster: string,
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly openBus: () => AgentBus,
  ) {}

  static async make(
    cluster: string,
    clock: Clock,
    openBus: () => AgentBus,
  ): Promise<RealAgent> {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-flags-'));
    return new RealAgent(cluster, folder, clock, openBus);
  }

  get path(): string {
    return join(this.folder, 'flags.json');
  }

  start(): void {
    const bus = this.openBus();
    const agent = startAgent({
      cluster: this.cluster,
      bus,
      flags: new FlagFile(this.path, this.clock),
      clock: this.clock,
      newId: randomUUID,
      logger: mockServices.logger.mock(),
      version: '0.1.0',
    });
    this.running = { agent, bus };
  }

  async stop(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    await running?.agent.stop();
    await running?.bus.stop();
  }

  async text(): Promise<string> {
    return readFile(this.path, 'utf8');
  }

  /** The flags in its file; none where there is no file. */
  async flags(): Promise<Record<string, FlagInFile>> {
    const text = await this.text().catch(() => '{"flags":{}}');
    return JSON.parse(text).flags;
  }

  /** Puts another file in its place, as a restored backup does. */
  async put(text: string): Promise<void> {
    await writeFile(`${this.path}.other`, text);
    await rename(`${this.path}.other`, this.path);
  }

  /** The file is gone, as with a new disk. */
  async lose(): Promise<void> {
    await rm(this.path, { force: true });
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
