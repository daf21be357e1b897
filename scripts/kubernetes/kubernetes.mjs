import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { step } from '../say.mjs';
import { startTogether } from '../together.mjs';
import { readyBinaries } from './binaries.mjs';
import { portCount, startControlPlane } from './controlPlane.mjs';
import { freePorts } from './freePorts.mjs';
import { kubeconfig } from './kubeconfig.mjs';

/**
 * Starts Kubernetes control planes that nobody else uses, on free ports of this
 * machine only, with data in a temporary folder. They are real in all but the
 * nodes: kwok plays those, so that pods start without containers.
 *
 * @param {{ count?: number }} [options] `count`: how many, one for each region
 * @returns {Promise<{ kubeconfig: string, contexts: string[], kubectl: string, ended: Promise<string>, stop(): Promise<void> }>}
 *   `kubeconfig`: a file with the contexts `region-a`, `region-b` …, each of an
 *   administrator; `kubectl`: a program of the same version; `ended` answers
 *   with the name of the first program that ends
 * @throws Stop if the programs are not to be had, or do not start
 */
export async function startKubernetes({ count = 2 } = {}) {
  const binaries = await readyBinaries();
  const contexts = regionNames(count);
  step(`Starting Kubernetes (${contexts.join(', ')})`);
  const folder = await mkdtemp(join(tmpdir(), 'sphera-kubernetes-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const ports = await freePorts(count * portCount);
    const planes = await startTogether(
      contexts.map(name =>
        startControlPlane({
          name,
          folder: join(folder, name),
          binaries,
          ports: ports.splice(0, portCount),
        }),
      ),
    );
    const file = join(folder, 'kubeconfig');
    const accesses = planes.started.map(({ access }) => access);
    await writeFile(file, kubeconfig(accesses), { mode: 0o600 });
    return {
      kubeconfig: file,
      contexts,
      kubectl: binaries.kubectl,
      ended: Promise.race(planes.started.map(({ ended }) => ended)),
      async stop() {
        await planes.stop();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** @returns {string[]} "region-a", "region-b" … */
export function regionNames(count) {
  return Array.from(
    { length: count },
    (_, index) => `region-${String.fromCharCode(97 + index)}`,
  );
}
