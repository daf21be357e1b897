import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endChild, startChild } from '../children.mjs';
import { askApi } from './api.mjs';
import {
  apiServerArguments,
  controllerManagerArguments,
  etcdArguments,
  kwokArguments,
  schedulerArguments,
} from './commandLines.mjs';
import { createCredentials } from './credentials.mjs';
import { createNodes, nodesAreReady } from './fakeNodes.mjs';
import { kubeconfig } from './kubeconfig.mjs';
import { kwokConfig } from './kwokConfig.mjs';
import { startLogs } from './logs.mjs';
import { untilTrue } from './waiting.mjs';

const portNames = ['etcd', 'peers', 'api', 'kubelet'];

/** How many ports a control plane listens on. */
export const portCount = portNames.length;

/**
 * Starts one control plane with nodes that kwok plays.
 *
 * @param {{ name: string, folder: string, binaries: Record<string, string>, ports: number[] }} options
 *   `name`: of its context; `folder`: for its data; `ports`: as many as `portCount`, all free
 * @returns {Promise<{ access: import('./kubeconfig.mjs').Access, ended: Promise<string>, stop(): Promise<void> }>}
 *   `ended` answers with the name of the first program that ends
 * @throws Stop if one of its programs does not start
 */
export async function startControlPlane({ name, folder, binaries, ports }) {
  await mkdir(folder, { recursive: true });
  const { token, files } = await createCredentials(folder);
  const logs = await startLogs(folder);
  const plan = {
    folder,
    files,
    ports: Object.fromEntries(
      portNames.map((each, index) => [each, ports[index]]),
    ),
    kubeconfig: join(folder, 'kubeconfig'),
    kwokConfig: join(folder, 'kwok.yaml'),
  };
  await writeFile(plan.kwokConfig, await kwokConfig(logs.files));

  const programs = [];
  const start = (program, args) => {
    const log = join(folder, `${program}.log`);
    const child = startChild(binaries[program], args(plan), { log });
    programs.push({ program, child, log });
  };
  /** The API server goes before its store, and after all that asks it. */
  async function stop() {
    logs.stop();
    const [etcd, apiServer, ...others] = programs.map(({ child }) => child);
    await Promise.all(others.map(child => endChild(child)));
    if (apiServer) await endChild(apiServer);
    if (etcd) await endChild(etcd);
  }
  const until = (what, check) => untilTrue(what, check, programs);

  try {
    start('etcd', etcdArguments);
    start('kube-apiserver', apiServerArguments);
    const url = `https://127.0.0.1:${plan.ports.api}`;
    let access;
    await until(`the API server of ${name}`, async () => {
      const ca = await readFile(join(folder, 'apiserver.crt'), 'utf8');
      access = { name, url, ca, token };
      return (await askApi(access, '/readyz')).status === 200;
    });
    await writeFile(plan.kubeconfig, kubeconfig([access]), { mode: 0o600 });
    start('kube-controller-manager', controllerManagerArguments);
    start('kube-scheduler', schedulerArguments);
    start('kwok', kwokArguments);
    await createNodes(access);
    await until(`the nodes of ${name}`, () => nodesAreReady(access));
    await until(`the controllers of ${name}`, () => takesPods(access));
    return { access, ended: firstToEnd(programs), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A namespace takes pods once the controllers have given it its service account. */
async function takesPods(access) {
  const path = '/api/v1/namespaces/default/serviceaccounts/default';
  return (await askApi(access, path)).status === 200;
}

function firstToEnd(programs) {
  return Promise.race(
    programs.map(async ({ program, child }) => {
      await child.ended.catch(() => {});
      return program;
    }),
  );
}
