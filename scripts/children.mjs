import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './places.mjs';
import { Interrupted } from './say.mjs';

/**
 * Every child leads a process group of its own, so that ending it also ends
 * what it has started itself (Jest's workers, Yarn's scripts).
 */
const ownGroup = process.platform !== 'win32';
const running = new Set();
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    // As a terminal does: Playwright stops its server only on this signal.
    endChildren('SIGINT');
  });
}

/** Whether the user has asked the script to end. */
export function isInterrupted() {
  return interrupted;
}

/** Throws `Interrupted` once the user has asked the script to end. */
export function goOnUnlessInterrupted() {
  if (interrupted) throw new Interrupted();
}

/**
 * Starts a command that is to be ended with `endChild`, at the latest when
 * this script is interrupted.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, channel?: boolean }} options
 *   `log`: the file that takes its output instead of the terminal;
 *   `channel`: opens a channel whose end tells the child that this script is gone.
 */
export function startChild(command, args, options = {}) {
  goOnUnlessInterrupted();
  const { cwd = root, env = process.env, log, channel } = options;
  if (log) mkdirSync(dirname(log), { recursive: true });
  const output = log ? openSync(log, 'w') : 'inherit';
  const child = spawn(command, args, {
    cwd,
    env,
    detached: ownGroup,
    stdio: ['ignore', output, output, ...(channel ? ['ipc'] : [])],
  });
  if (log) closeSync(output);
  running.add(child);
  child.ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitStatus(code, signal)));
  }).finally(() => running.delete(child));
  child.ended.catch(() => {});
  return child;
}

/** Ends a child and all of its group: politely, after ten seconds by force. */
export async function endChild(child, signal = 'SIGTERM') {
  signalGroup(child, signal);
  const deadline = Date.now() + 10_000;
  while (signalGroup(child, 0) && Date.now() < deadline) await sleep(20);
  signalGroup(child, 'SIGKILL');
}

/** Ends all that still runs. */
export async function endChildren(signal) {
  await Promise.all([...running].map(child => endChild(child, signal)));
}

/** @returns {boolean} whether anybody of the group is still there */
function signalGroup(child, signal) {
  if (!child.pid) return false;
  try {
    return process.kill(ownGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}

/**
 * Runs a command to its end.
 *
 * @returns {Promise<number>} its exit status
 * @throws Interrupted if the user has asked the script to end meanwhile
 */
export async function run(command, args, options) {
  const status = await startChild(command, args, options).ended;
  goOnUnlessInterrupted();
  return status;
}

/**
 * Runs a command that may ask questions: it keeps the terminal, and with it Ctrl-C.
 *
 * @returns {Promise<number>} its exit status
 */
export async function runInForeground(
  command,
  args,
  { env = process.env } = {},
) {
  const child = spawn(command, args, { env, stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(exitStatus(code, signal)));
  });
}

/**
 * Runs a short command for what it prints.
 *
 * @returns {Promise<{ status: number, output: string }>} `output` holds both streams in the order of their arrival
 * @throws the spawn error, with code `ENOENT` if there is no such command
 */
export async function ask(command, args, { cwd = root, env } = {}) {
  goOnUnlessInterrupted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', status =>
      resolve({ status, output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

function exitStatus(code, signal) {
  return code ?? 128 + constants.signals[signal];
}
