import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findProgram } from '../programs.mjs';
import { Stop } from '../say.mjs';
import { startKubernetes } from './kubernetes.mjs';

/**
 * The clusters that the tests use: those of the kubeconfig that
 * SPHERA_TEST_KUBECONFIG names, else two of our own.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ kubeconfig: string, kubectl?: string, stop(): void | Promise<void> }>}
 * @throws Stop if it names no file, or there are no clusters to start
 */
export async function readyKubernetes(env = process.env) {
  const given = env.SPHERA_TEST_KUBECONFIG;
  if (!given) return startKubernetes();
  const kubeconfig = resolve(given);
  if (!existsSync(kubeconfig)) {
    throw new Stop(
      `SPHERA_TEST_KUBECONFIG names "${given}", which is no file: give the path of a kubeconfig, or leave it unset to have Kubernetes started for the tests.`,
    );
  }
  return { kubeconfig, kubectl: findProgram(['kubectl']), stop() {} };
}
