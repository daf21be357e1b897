import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVICE_NEEDS } from '@sphera/plugin-creation-common';
import { ANSWERS } from './__testUtils__/answers';
import type { TemplateName } from './__testUtils__/readTemplate';
import { type DryRuns, startDryRuns } from './__testUtils__/startDryRuns';

// Packages come from the registry, and everything is built as a developer would.
jest.setTimeout(15 * 60_000);

const NEEDED = {
  DATABASE_HOST: '127.0.0.1',
  DATABASE_PORT: '9',
  DATABASE_NAME: 'fares',
  DATABASE_USER: 'fares',
  DATABASE_PASSWORD: 'opens-nothing',
  CACHE_HOST: '127.0.0.1',
  CACHE_PORT: '9',
  KAFKA_BROKERS: '127.0.0.1:9',
};

let portal: DryRuns;
let folder: string;
beforeAll(async () => {
  portal = await startDryRuns();
  folder = await mkdtemp(join(tmpdir(), 'sphera-templates-'));
});
afterAll(async () => {
  await portal?.stop();
  await rm(folder, { recursive: true });
});

/** This machine's environment, without what Jest and Yarn have added for themselves. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const {
    NODE_OPTIONS: _options,
    NODE_ENV: _env,
    JEST_WORKER_ID: _worker,
    ...env
  } = process.env;
  return { ...env, CI: 'true', HOST: '127.0.0.1', PORT: '0' };
}

/** Runs to its end; a failure says everything that was printed. */
async function run(where: string, command: string, ...args: string[]) {
  const options = { cwd: where, env: ownEnvironment(), maxBuffer: 1e8 };
  await new Promise<void>((resolve, reject) => {
    execFile(command, args, options, (error, stdout, stderr) =>
      error
        ? reject(
            new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`),
          )
        : resolve(),
    );
  });
}

/** Writes what the template makes; the folder. */
async function generate(
  template: TemplateName,
  title: string,
  needs: readonly string[],
) {
  const { files } = await portal.run(template, { ...ANSWERS, needs });
  const where = join(folder, title);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(where, path)), { recursive: true });
    await writeFile(join(where, path), text);
  }
  return where;
}

/** Spares an installation: what is needed is among what is installed there. */
const useModulesOf = (other: string, where: string) =>
  symlink(join(other, 'node_modules'), join(where, 'node_modules'), 'dir');

async function checkAndBuild(where: string) {
  for (const script of ['lint', 'types', 'test', 'build']) {
    await run(where, 'npm', 'run', script);
  }
}

/** Starts what was built, asks it, and has it stop. */
async function whileItRuns(
  where: string,
  main: string,
  ask: (get: (path: string) => Promise<Response>) => Promise<void>,
) {
  const service = spawn(process.execPath, [main], {
    cwd: where,
    env: { ...ownEnvironment(), ...NEEDED },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(service, 'exit');
  try {
    const url = await addressIn(service.stdout);
    await ask(path => fetch(`${url}${path}`));
  } finally {
    service.kill('SIGTERM');
  }
  expect(await exit).toEqual([0, null]);
}

async function addressIn(log: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: log })) {
    const [, url] = /listening at (http:\S+?)"/.exec(line) ?? [];
    if (!url) continue;
    // What comes later must not fill the pipe.
    log.resume();
    return url;
  }
  throw new Error('It ended without listening');
}

describe('a microservice', () => {
  let everything: string;

  it('with all needs installs, passes its own checks and builds', async () => {
    everything = await generate('microservice', 'everything', SERVICE_NEEDS);
    await run(everything, 'npm', 'ci', '--no-audit', '--no-fund');
    await checkAndBuild(everything);
    expect(await readdir(join(everything, 'dist'))).toContain('main.js');
  });

  it('with all needs runs, and says what it waits for', async () => {
    await whileItRuns(everything, 'dist/main.js', async get => {
      expect((await get('/health/live')).status).toBe(200);
      const ready = await get('/health/ready');
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({
        status: 'not ready',
        waitsFor: ['database', 'cache', 'topics'],
      });
      expect(await (await get('/metrics')).text()).toContain(
        'worker_jobs_total',
      );
    });
  });

  it('with HTTP alone passes its own checks, builds and answers', async () => {
    const where = await generate('microservice', 'http', ['http']);
    await useModulesOf(everything, where);
    await checkAndBuild(where);
    await whileItRuns(where, 'dist/main.js', async get => {
      expect((await get('/health/ready')).status).toBe(200);
      expect(await (await get('/greetings/Dana')).json()).toEqual({
        greeting: 'Hello, Dana',
      });
      expect(await (await get('/metrics')).text()).toContain(
        'http_request_duration_seconds_count{method="GET",route="/greetings/:name",status="200"} 1',
      );
    });
  });

  it('fits together whatever it needs', async () => {
    const few = [[], ...SERVICE_NEEDS.map(need => [need])];
    const folders: string[] = [];
    for (const needs of few) {
      const title = `needs-${needs.join('') || 'nothing'}`;
      const where = await generate('microservice', title, needs);
      await useModulesOf(everything, where);
      folders.push(where);
    }
    const compiler = join(everything, 'node_modules/.bin/tsc');
    await expect(
      run(folder, compiler, '--build', ...folders),
    ).resolves.toBeUndefined();
  });

  it('has a lock file that npm takes where it needs nothing', async () => {
    const where = await generate('microservice', 'nothing', []);
    await expect(
      run(where, 'npm', 'ci', '--dry-run', '--no-audit', '--no-fund'),
    ).resolves.toBeUndefined();
  });
});

describe('a microfrontend', () => {
  it('installs, passes its own checks, builds, and is served', async () => {
    const where = await generate('microfrontend', 'page', []);
    await run(where, 'npm', 'ci', '--no-audit', '--no-fund');
    await checkAndBuild(where);
    await whileItRuns(where, 'dist/server/main.js', async get => {
      expect((await get('/health/ready')).status).toBe(200);
      expect(await (await get('/some/address')).text()).toContain(
        '<title>Parcel fares</title>',
      );
      expect(await (await get('/remote.js')).text()).toMatch(
        /export\s*\{.*\bmount\b/s,
      );
      expect(await (await get('/metrics')).text()).toContain(
        'process_cpu_seconds_total',
      );
    });
  });
});
