import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packagesFolder } from '../places.mjs';
import { findProgram } from '../programs.mjs';
import { duration, note, step } from '../say.mjs';
import { buildControlPlane } from './goBuild.mjs';
import { readPins } from './pins.mjs';

/** What a control plane consists of, and kubectl. */
export const programNames = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kubectl',
  'kwok',
];

/**
 * Finds the programs of a control plane: the machine's own where all of them
 * are there, since a mixture of versions need not work together; else those
 * that we build once and keep.
 *
 * @returns {Promise<Record<string, string>>} path by name
 * @throws Stop if they are not there and cannot be built
 */
export async function readyBinaries() {
  return ownBinaries() ?? builtBinaries(await readPins());
}

function ownBinaries() {
  const found = programNames.map(name => [name, findProgram([name])]);
  return found.every(([, path]) => path)
    ? Object.fromEntries(found)
    : undefined;
}

async function builtBinaries(pins) {
  const home = join(packagesFolder, 'kubernetes', folderName(pins));
  if (!existsSync(home)) await build(home, pins);
  return Object.fromEntries(programNames.map(name => [name, join(home, name)]));
}

/** Whichever version changes, the programs are built anew. */
function folderName({ kubernetes, etcd, kwok }) {
  return `${kubernetes}-etcd-${etcd}-kwok-${kwok}`;
}

async function build(home, pins) {
  const begin = Date.now();
  step(
    `Building Kubernetes ${pins.kubernetes}, etcd ${pins.etcd} and kwok ${pins.kwok} with Go (once; about 5 minutes on two cores)`,
  );
  const unfinished = `${home}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  try {
    await buildControlPlane(unfinished, pins);
    await rename(unfinished, home).catch(error => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  note(`built after ${duration(Date.now() - begin)}`);
}
