import { dirname } from 'node:path';
import { isInterrupted } from '../children.mjs';
import { main } from '../main.mjs';
import { readOptions } from '../options.mjs';
import { banner, duration, note, Stop } from '../say.mjs';
import { startKubernetes } from './kubernetes.mjs';

/** `npm run kubernetes`: control planes to try things on, until Ctrl-C. */
await main(async () => {
  const begin = Date.now();
  const { count } = readOptions(
    process.argv.slice(2),
    { count: { type: 'string', default: '2' } },
    'npm run kubernetes -- [--count NUMBER]',
  );
  const kubernetes = await startKubernetes({ count: countFrom(count) });
  try {
    note(`ready after ${duration(Date.now() - begin)}`);
    banner([
      `Ready: KUBECONFIG=${kubernetes.kubeconfig}`,
      '',
      `Contexts: ${kubernetes.contexts.join(', ')}`,
      `kubectl: ${kubernetes.kubectl}`,
      `Logs: ${dirname(kubernetes.kubeconfig)}`,
      'Stop it with Ctrl-C; its data goes with it.',
    ]);
    const program = await kubernetes.ended;
    if (!isInterrupted()) throw new Stop(`${program} ended by itself.`);
  } finally {
    await kubernetes.stop();
  }
});

function countFrom(text) {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 12) {
    throw new Stop(
      `"${text}" is no number of control planes: give a whole number from 1 to 12.`,
    );
  }
  return count;
}
