import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs a program and reads from a pipe beside it: when whoever started it is gone, however that ended, the pipe ends and
 * the program with it.
 */
const GUARD = `exec 3<&0
"$@" </dev/null & program=$!
(cat <&3 >/dev/null; kill -9 $program) & guard=$!
wait $program; code=$?
kill $guard 2>/dev/null
exit $code`;

/** Java with the jars of Kafka, as `npm run test:services` makes them ready. */
export class JavaOfKafka {
  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Runs a class to its end. @throws Error with what it says where it fails */
  async run(name: string, args: string[]): Promise<void> {
    const { java, options } = this.parts(64);
    await run(java, [...options, name, ...args]);
  }

  /**
   * Starts a class; its standard input is the pipe by whose end it ends.
   * @param log - file that takes what it writes
   * @param logging - file that says what it writes: settings of Log4j
   */
  start(
    name: string,
    args: string[],
    log: string,
    logging: string,
  ): ChildProcess {
    const { java, options } = this.parts(512);
    const output = openSync(log, 'a');
    const logged = `-Dlog4j2.configurationFile=${logging}`;
    const command = [java, ...options, logged, name, ...args];
    const child = spawn('sh', ['-c', GUARD, 'sh', ...command], {
      stdio: ['pipe', output, output],
    });
    closeSync(output);
    return child;
  }

  private parts(megabytes: number) {
    const libs = this.env.SPHERA_TEST_KAFKA_LIBS;
    if (!libs) {
      throw new Error(
        'SPHERA_TEST_KAFKA_LIBS names no folder with the jars of Kafka: "npm run test:services" fetches them and names it',
      );
    }
    const java = this.env.SPHERA_TEST_JAVA ?? 'java';
    const small = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
    const memory = `-Xmx${megabytes}m`;
    return { java, options: [memory, ...small, '-cp', `${libs}/*`] };
  }
}
