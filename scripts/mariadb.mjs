import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ask,
  endChild,
  goOnUnlessInterrupted,
  startChild,
} from './children.mjs';
import { freePort } from './ports.mjs';
import { readyProgram } from './programs.mjs';
import { step, Stop } from './say.mjs';

const startLimit = 60_000;

/**
 * Starts a MariaDB that nobody else uses: on a free port of this machine only,
 * with data in a temporary folder (whose path is short enough for a socket).
 *
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} `url`: of a user who may create databases
 * @throws Stop if there is none and it cannot be installed, or it does not start
 */
export async function startMariaDb() {
  const server = await readyServer();
  step('Starting a MariaDB of its own');
  const folder = await mkdtemp(join(tmpdir(), 'sphera-db-'));
  const log = join(folder, 'log');
  let child;
  async function stop() {
    if (child) await endChild(child);
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await createDataFolder(folder);
    const password = randomBytes(12).toString('hex');
    await writeFile(join(folder, 'init.sql'), firstStatements(password));
    const port = await freePort();
    child = startChild(server, serverOptions(folder, port), { log });
    await untilGreeting(port, child, log);
    return { url: `mysql://sphera:${password}@127.0.0.1:${port}/any`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Debian's packages of the programs alone: with them comes no service that starts by itself. */
async function readyServer() {
  return readyProgram({
    names: ['mariadbd', '/usr/sbin/mariadbd'],
    debianPackages: ['mariadb-server-core', 'mariadb-client-core'],
    what: 'MariaDB for the tests of a real database',
    otherwise:
      'install it (on Debian "apt-get install mariadb-server-core mariadb-client-core"), or name a running server in SPHERA_TEST_MYSQL_URL, as mysql://user:password@host:port/any with a user who may create databases.',
  });
}

async function createDataFolder(folder) {
  const { status, output } = await ask('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot(),
  ]);
  if (status !== 0) {
    throw new Stop(`MariaDB cannot create its data: ${output.trim()}`);
  }
}

function serverOptions(folder, port) {
  return [
    '--no-defaults',
    `--datadir=${folder}/data`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    `--init-file=${folder}/init.sql`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    // Its data does not outlive it, so it need not survive a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    ...asRoot(),
  ];
}

/** MariaDB refuses to run as root unless told to. */
function asRoot() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

function firstStatements(password) {
  return [
    `CREATE USER 'sphera'@'%' IDENTIFIED BY '${password}';`,
    `GRANT ALL ON *.* TO 'sphera'@'%';`,
  ].join('\n');
}

async function untilGreeting(port, child, log) {
  let over = false;
  child.ended.catch(() => {}).finally(() => (over = true));
  const deadline = Date.now() + startLimit;
  while (!(await greets(port))) {
    goOnUnlessInterrupted();
    if (over || Date.now() > deadline) {
      const lines = (await readFile(log, 'utf8')).trim().split('\n');
      const reason = lines.find(line => /\[ERROR\]/.test(line)) ?? lines.at(-1);
      throw new Stop(`MariaDB does not start: ${reason}`);
    }
    await sleep(100);
  }
}

/** The server speaks first: it greets once it has run its first statements. */
async function greets(port) {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    const answer = value => {
      socket.destroy();
      resolve(value);
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1_000, () => answer(false));
  });
}
