import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInterrupted } from './children.mjs';
import { main } from './main.mjs';
import { readOptions } from './options.mjs';
import { freePort, portFrom } from './ports.mjs';
import { setUp } from './setup.mjs';
import { startPortal } from './portal.mjs';

/**
 * A portal for tests: on a private port, with data of its own that is gone
 * afterwards, and without what app-config.local.yaml says. Runs until it is
 * ended; more of its configuration comes from `--config` (repeatable) and the
 * environment (APP_CONFIG_…). Its last line of output is its address.
 */
await main(async () => {
  const {
    port,
    'clusters-port': clustersPort,
    folder,
    config,
  } = readOptions(
    process.argv.slice(2),
    {
      port: { type: 'string' },
      'clusters-port': { type: 'string' },
      folder: { type: 'string' },
      config: { type: 'string', multiple: true, default: [] },
    },
    'node scripts/test-portal.mjs [--port NUMBER] [--clusters-port NUMBER] [--folder FOLDER] [--config FILE]…',
  );
  const toolchain = await setUp({ app: true });
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'sphera-portal-')));
  try {
    const { url, ended } = await startPortal({
      toolchain,
      port: port ? portFrom(port) : await freePort(),
      folder: own,
      configs: ['app-config.yaml', ...config],
      clustersPort: clustersPort ? portFrom(clustersPort) : undefined,
      still: true,
    });
    console.log(`Ready at ${url}`);
    const status = await ended;
    return isInterrupted() ? 0 : status;
  } finally {
    if (!folder) await rm(own, { recursive: true, force: true });
  }
});
