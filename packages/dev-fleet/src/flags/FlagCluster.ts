import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlagFile, type RunningAgent, startAgent } from '@sphera/flag-agent';
import {
  type Log,
  openLogAgentBus,
  type Topics,
} from '@sphera/plugin-flags-node';
import type { Clock } from '@sphera/plugin-operations-common';
import type { FlagFault } from './faults';

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** A cluster with the real agent in it, and a file that flagd would read. */
export class FlagCluster {
  readonly file: string;
  #agent: (RunningAgent & { hangUp(): Promise<void> }) | undefined;
  #fault: FlagFault = 'none';

  constructor(
    readonly name: string,
    private readonly parts: {
      log: Log;
      topics: Topics;
      folder: string;
      clock: Clock;
      /** Of the agent, in milliseconds. */
      heartbeatEvery: number;
    },
  ) {
    this.file = join(parts.folder, `${name}.flagd.json`);
  }

  /** What is wrong with it. */
  get fault(): FlagFault {
    return this.#fault;
  }

  start(): void {
    const { log, topics, clock, heartbeatEvery } = this.parts;
    const cluster = this.name;
    const bus = openLogAgentBus({ log, topics, clock, cluster });
    const agent = startAgent({
      cluster,
      bus,
      flags: new FlagFile(this.file, clock),
      refuse: ({ flag }) =>
        this.#fault === 'refuses'
          ? `The cluster does not take ${flag}: its people froze all flags`
          : undefined,
      clock,
      newId: randomUUID,
      logger: QUIET,
      version: '0.1.0',
      heartbeatEvery,
    });
    this.#agent = { ...agent, hangUp: () => bus.stop() };
  }

  async stop(): Promise<void> {
    const agent = this.#agent;
    this.#agent = undefined;
    await agent?.stop();
    await agent?.hangUp();
  }

  /** Switches a fault on in place of the last; `edited` is over at once. */
  async meet(fault: FlagFault, flag?: string): Promise<void> {
    if (fault === 'edited') {
      await this.edit(flag);
      return;
    }
    const wasSilent = this.#fault === 'silent';
    this.#fault = fault;
    if (fault === 'silent') await this.stop();
    else if (wasSilent) this.start();
  }

  /** What flagd reads; undefined: there is nothing yet. */
  async flags(): Promise<Record<string, { state: string }> | undefined> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')).flags;
    } catch {
      return undefined;
    }
  }

  /** Somebody disables a flag in the file, as an editor would: `undefined` takes the first. */
  async edit(flag?: string): Promise<void> {
    const flags = await this.flags();
    const edited = flags?.[flag ?? Object.keys(flags)[0]];
    if (!edited) return;
    edited.state = 'DISABLED';
    const draft = `${this.file}.edited`;
    await writeFile(draft, JSON.stringify({ flags }, null, 2));
    await rename(draft, this.file);
  }
}
