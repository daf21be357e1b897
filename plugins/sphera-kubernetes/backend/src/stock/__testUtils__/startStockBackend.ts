import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { StockBackendWanted } from './stockBackend';

/**
 * Starts a backend with the stock plugin in a process of its own: the plugin imports
 * its client while it runs, which Jest does not let it do.
 */
export async function startStockBackend(wanted: StockBackendWanted) {
  const child = fork(join(__dirname, 'stockBackend.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  });
  child.send(wanted);
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', message => {
      // What it loads is told, too.
      if (typeof message === 'number') resolve(message);
    });
    child.once('exit', () => reject(new Error('The backend did not start')));
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
