import { randomUUID } from 'node:crypto';
import { systemClock } from '@sphera/plugin-operations-common';
import { main } from './main';

const { env, argv, stdout, stderr } = process;

// Its flags are worth more than its log: where nobody takes that, or its disk is full, it goes on.
for (const stream of [stdout, stderr]) stream.on('error', () => {});

const ending = new Promise<void>(resolve => {
  process.once('SIGTERM', () => resolve());
  process.once('SIGINT', () => resolve());
});

// Until it has come to its end, also while nothing is open: a check waits for Kafka.
const untilItsEnd = setInterval(() => {}, 60_000);

void main(argv.slice(2), {
  env,
  clock: systemClock,
  newId: randomUUID,
  write: text => void stdout.write(text),
  writeError: text => void stderr.write(text),
  ending,
}).then(code => {
  clearInterval(untilItsEnd);
  // What is still open, such as a connection that does not close, keeps nobody.
  process.exitCode = code;
  setTimeout(() => process.exit(), 2_000).unref();
});
