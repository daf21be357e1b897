import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../children.mjs';
import { findProgram } from '../programs.mjs';
import { Stop } from '../say.mjs';
import { moduleFolder } from './pins.mjs';

const instead =
  'put etcd, kube-apiserver, kube-controller-manager, kube-scheduler, kubectl and kwok on the PATH, or name the kubeconfig of a running cluster in SPHERA_TEST_KUBECONFIG';

/**
 * Builds every tool of our Go module.
 *
 * @param {string} folder that takes the programs
 * @param {ReturnType<typeof import('./pins.mjs').pinsIn>} pins
 * @throws Stop if there is no Go, or the build fails
 */
export async function buildControlPlane(folder, pins) {
  const go = findProgram(['go']);
  if (!go) {
    throw new Stop(
      `There is no Go, which builds the Kubernetes of the tests: install Go 1.26 or newer (Debian's golang is older), or ${instead}.`,
    );
  }
  const log = join(folder, 'build.log');
  const status = await run(go, buildArguments(folder, pins), {
    cwd: moduleFolder,
    // Programs without C need no compiler of it, and run on any machine.
    env: { ...process.env, CGO_ENABLED: '0', GOWORK: 'off' },
    log,
  });
  if (status !== 0) throw new Stop(buildFailure(await readFile(log, 'utf8')));
  await rm(log);
  // Go names a program after the last part of its package.
  await rename(join(folder, 'server'), join(folder, 'etcd'));
}

/**
 * Without the linker's values, Kubernetes calls itself v0.0.0 and then refuses
 * to talk to itself.
 */
export function buildArguments(folder, { kubernetes, kwok }) {
  const [major, minor] = kubernetes.slice(1).split('.');
  const values = {
    'k8s.io/component-base/version.gitVersion': kubernetes,
    'k8s.io/component-base/version.gitMajor': major,
    'k8s.io/component-base/version.gitMinor': minor,
    'sigs.k8s.io/kwok/pkg/consts.Version': kwok,
  };
  const set = Object.entries(values).map(
    ([name, text]) => `-X ${name}=${text}`,
  );
  return [
    'build',
    // More at a time takes more memory than a small machine has.
    '-p=2',
    '-trimpath',
    `-ldflags=${['-s', '-w', ...set].join(' ')}`,
    `-o=${folder}/`,
    'tool',
  ];
}

/**
 * @param {string} output of a build that failed
 * @returns {string} the sentence that explains it
 */
export function buildFailure(output) {
  if (
    /requires go >=|invalid go version|unknown directive: tool/.test(output)
  ) {
    return `This Go is too old to build Kubernetes: install Go 1.26 or newer (Debian's golang is older), or ${instead}.`;
  }
  if (
    /no such host|i\/o timeout|connection refused|network is unreachable/.test(
      output,
    )
  ) {
    return `Kubernetes cannot be built, since the Go module proxy does not answer: check the network and GOPROXY, or ${instead}.`;
  }
  if (/no space left on device/.test(output)) {
    return 'Kubernetes cannot be built, since the disk is full: its build takes about 4 GB, most of it in the folder that "go env GOCACHE" names.';
  }
  const lines = output.trim().split('\n');
  const reason = lines.find(line =>
    /error|undefined|cannot|killed/i.test(line),
  );
  return `Kubernetes cannot be built: ${reason ?? lines.at(-1)}`;
}
