import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JavaOfKafka } from './JavaOfKafka';

/** It takes about three seconds; a busy machine takes longer. */
const START_LIMIT_MS = 90_000;

/** Only how it starts, and what goes wrong. */
const LOGGING = `rootLogger.level=warn
rootLogger.appenderRef.console.ref=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d %p %m %throwable{3}%n
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=info
`;

/** One broker of a {@link RealKafka}, which is a controller, too. */
export class KafkaNode {
  private running?: ChildProcess;
  private starts = 0;

  constructor(
    private readonly java: JavaOfKafka,
    /** Of its own; it has to exist. */
    private readonly folder: string,
  ) {}

  /** Where `log.dirs` has to point. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** Makes its data folder. Passwords of SCRAM are kept there. */
  async format(
    properties: string,
    cluster: string,
    users: Record<string, string>,
  ): Promise<void> {
    await mkdir(this.data);
    await writeFile(this.file('server.properties'), properties);
    await writeFile(this.file('log4j2.properties'), LOGGING);
    const scram = Object.entries(users).flatMap(([name, password]) =>
      ['SCRAM-SHA-256', 'SCRAM-SHA-512'].flatMap(mechanism => [
        '--add-scram',
        `${mechanism}=[name=${name},password=${password}]`,
      ]),
    );
    await this.java.run('kafka.tools.StorageTool', [
      'format',
      ...['--cluster-id', cluster],
      ...['--config', this.file('server.properties')],
      ...scram,
    ]);
  }

  /** Starts it; others have to start, too, where it is one of several. @throws Error with the end of its log */
  async start(): Promise<void> {
    this.starts += 1;
    const log = this.file(`${this.starts}.log`);
    this.running = this.java.start(
      'kafka.Kafka',
      [this.file('server.properties')],
      log,
      this.file('log4j2.properties'),
    );
    await this.untilStarted(this.running, log);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.running;
    this.running = undefined;
    if (!child || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    child.stdin?.destroy();
    await exit;
  }

  private async untilStarted(child: ChildProcess, log: string) {
    const deadline = Date.now() + START_LIMIT_MS;
    for (;;) {
      const text = await readFile(log, 'utf8');
      if (text.includes('Kafka Server started')) return;
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(
          `A Kafka broker does not start: ${text
            .trim()
            .split('\n')
            .slice(-20)
            .join('\n')}`,
        );
      }
      await sleep(50);
    }
  }

  private file(name: string): string {
    return join(this.folder, name);
  }
}
