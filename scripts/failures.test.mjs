import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from './places.mjs';
import { freePort } from './ports.mjs';

/** Runs one of the scripts as a person whose environment differs in `env`. */
async function runScript(script, args, env = {}) {
  const child = spawn(process.execPath, [`scripts/${script}`, ...args], {
    cwd: root,
    env: { ...process.env, npm_config_user_agent: 'npm/11.0.0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stdout.resume();
  child.stderr.on('data', chunk => (complaint += chunk));
  const status = await new Promise(resolve => child.once('close', resolve));
  return { status, complaint };
}

function assertOneSentence({ status, complaint }, pattern) {
  assert.equal(status, 1);
  assert.match(complaint, pattern);
  assert.equal(complaint.trim().split('\n').length, 1);
}

describe('npm start', () => {
  const other = createServer();
  before(() => new Promise(resolve => other.listen(0, '127.0.0.1', resolve)));
  after(() => other.close());

  it('says that the port is taken, and how to choose another', async () => {
    const { port } = other.address();
    const next = new RegExp(
      `Port ${port} is taken .* "npm start -- --port ${port + 1}"`,
    );
    assertOneSentence(
      await runScript('start.mjs', ['--port', `${port}`]),
      next,
    );
    assertOneSentence(
      await runScript('start.mjs', [], { PORT: `${port}` }),
      next,
    );
  });

  it('says what is no port', async () => {
    for (const given of ['0', '65536', '80.5', 'http', '']) {
      assertOneSentence(
        await runScript('start.mjs', [`--port=${given}`]),
        new RegExp(`"${given}" is no port`),
      );
    }
  });

  it('says which option it does not know', async () => {
    assertOneSentence(
      await runScript('start.mjs', ['--prot', '8080']),
      /Unknown option '--prot'\. Usage: npm start/,
    );
  });

  it('says that Git is missing', async () => {
    assertOneSentence(
      await runScript('start.mjs', ['--port', `${await freePort()}`], {
        PATH: join(tmpdir(), 'nothing-here'),
      }),
      /Git is missing: install it/,
    );
  });

  it('says that the first set-up needs the network', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'sphera-toolchain-'));
    assertOneSentence(
      await runScript('start.mjs', ['--port', `${await freePort()}`], {
        SPHERA_TOOLCHAIN: empty,
        npm_config_registry: 'http://127.0.0.1:9',
      }),
      /could not be fetched, since the npm registry \(http:\/\/127\.0\.0\.1:9\/?\) does not answer/,
    );
    await rm(empty, { recursive: true });
  });
});

describe('npm run bench', () => {
  it('lists the benchmarks where none is named', async () => {
    assertOneSentence(await runScript('bench.mjs', []), /Which benchmark\?/);
  });

  it('says that there is no such benchmark', async () => {
    assertOneSentence(
      await runScript('bench.mjs', ['nonsense']),
      /There is no benchmark "nonsense"/,
    );
  });
});

describe('npm test', () => {
  it('says that SPHERA_BROWSER names no program', async () => {
    const { readyBrowser } = await import('./browser.mjs');
    process.env.SPHERA_BROWSER = '/no/such/browser';
    await assert.rejects(readyBrowser(), {
      message:
        'SPHERA_BROWSER names "/no/such/browser", which is no program on this machine.',
    });
  });

  it('says which program is missing where it cannot be installed', async () => {
    const { readyProgram } = await import('./programs.mjs');
    const path = process.env.PATH;
    process.env.PATH = [dirname(process.execPath)].join(delimiter);
    await assert.rejects(
      readyProgram({
        names: ['no-such-browser'],
        debianPackages: ['chromium'],
        what: 'browser',
        otherwise: 'install one.',
      }),
      { message: 'There is no browser: install one.' },
    );
    process.env.PATH = path;
  });
});
