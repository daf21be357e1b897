import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { KafkaSettings, Topics } from '@sphera/plugin-flags-node';
import { MortalProcess } from '@sphera/plugin-operations-node/testUtils';
import type { FlagInFile } from '../RealAgent';

const agent = dirname(require.resolve('@sphera/flag-agent/package.json'));

/** The daemon of a cluster as it is shipped, in a process of its own, with a file that outlives it. */
export class AgentProcess {
  private running?: MortalProcess;

  private constructor(
    readonly cluster: string,
    private readonly folder: string,
    private readonly options: Record<string, string>,
  ) {}

  static async make(
    cluster: string,
    kafka: Pick<KafkaSettings, 'brokers' | 'clientId'>,
    topics: Topics,
  ): Promise<AgentProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-flags-'));
    return new AgentProcess(cluster, folder, {
      cluster,
      file: join(folder, 'flags.json'),
      brokers: kafka.brokers.join(','),
      'client-id': kafka.clientId,
      'commands-topic': topics.commands,
      'reports-topic': topics.reports,
      host: '127.0.0.1',
      port: '0',
    });
  }

  start(): void {
    const args = Object.entries(this.options).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]);
    const program = join(agent, 'src', 'daemon', 'index.ts');
    this.running = new MortalProcess(program, args);
  }

  async kill(): Promise<void> {
    await this.running?.kill();
  }

  /** The flags in its file; none where there is no file. */
  async flags(): Promise<Record<string, FlagInFile>> {
    const path = join(this.folder, 'flags.json');
    const text = await readFile(path, 'utf8').catch(() => '{"flags":{}}');
    return JSON.parse(text).flags;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
