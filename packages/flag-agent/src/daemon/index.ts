import { randomUUID } from 'node:crypto';
import { systemClock } from '@sphera/plugin-operations-common';
import { main } from './main';

const { env, argv, stdout, stderr } = process;

const ending = new Promise<void>(resolve => {
  process.once('SIGTERM', () => resolve());
  process.once('SIGINT', () => resolve());
});

void main(argv.slice(2), {
  env,
  clock: systemClock,
  newId: randomUUID,
  write: text => void stdout.write(text),
  writeError: text => void stderr.write(text),
  ending,
}).then(code => {
  // What is still open, such as a connection that does not close, keeps nobody.
  process.exitCode = code;
  setTimeout(() => process.exit(), 2_000).unref();
});
