import { isInterrupted } from './children.mjs';
import { startDevFleet } from './devFleet.mjs';
import { main } from './main.mjs';
import { readOptions } from './options.mjs';
import { shown } from './places.mjs';
import { startPortal } from './portal.mjs';
import { portFrom, refuseTakenPort } from './ports.mjs';
import { banner, duration, note, step, Stop } from './say.mjs';
import { setUp } from './setup.mjs';
import { backstage, calledByYarn } from './yarnScript.mjs';

const args = process.argv.slice(2);

await main(() => (calledByYarn() ? develop() : open()));

/** `yarn start`: what a Backstage developer expects, app and backend that reload while they are edited. */
async function develop() {
  process.env.BACKSTAGE_ENV ??= 'dev-server';
  const devFleet = await startDevFleet({
    toolchain: { node: process.execPath, env: process.env },
  });
  Object.assign(process.env, devFleet.env);
  try {
    return await backstage(['repo', 'start', ...args]);
  } finally {
    await devFleet.stop();
  }
}

/** `npm start`: the whole portal at one address, from zero. */
async function open() {
  const begin = Date.now();
  const options = readOptions(
    args,
    {
      port: { type: 'string', default: process.env.PORT || '7007' },
      verbose: { type: 'boolean', default: false },
    },
    'npm start -- [--port NUMBER] [--verbose]',
  );
  const port = portFrom(options.port);
  await refuseTakenPort(port);
  const toolchain = await setUp({ app: true });
  step('Starting the portal');
  const { url, log, ended } = await startPortal({
    toolchain,
    port,
    verbose: options.verbose,
  });
  note(`ready after ${duration(Date.now() - begin)}`);
  const shownLog = log ? shown(log) : 'above';
  banner([
    `sphera is at ${url}`,
    '',
    `Stop it with Ctrl-C. Its log: ${shownLog}`,
  ]);
  const status = await ended;
  if (!isInterrupted()) {
    throw new Stop(
      `The portal ended by itself with status ${status}; its log says why: ${shownLog}`,
    );
  }
  note('Stopped.');
}
