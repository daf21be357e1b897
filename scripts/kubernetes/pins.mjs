import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The Go module that pins what the control plane is built from. */
export const moduleFolder = fileURLToPath(
  new URL('control-plane', import.meta.url),
);

const modules = {
  kubernetes: 'k8s.io/kubernetes',
  etcd: 'go.etcd.io/etcd/server/v3',
  kwok: 'sigs.k8s.io/kwok',
};

/**
 * The versions that a go.mod names, so that they stand in one place only.
 *
 * @param {string} text of a go.mod
 * @returns {{ kubernetes: string, etcd: string, kwok: string }} such as "v1.36.3"
 */
export function pinsIn(text) {
  return Object.fromEntries(
    Object.entries(modules).map(([name, path]) => [
      name,
      versionOf(path, text),
    ]),
  );
}

/** @returns {ReturnType<typeof pinsIn>} the versions that our own go.mod names */
export async function readPins() {
  return pinsIn(await readFile(`${moduleFolder}/go.mod`, 'utf8'));
}

function versionOf(path, text) {
  const line = text
    .split('\n')
    .map(each => each.trim().split(/\s+/))
    .find(([first, version]) => first === path && version);
  if (!line) throw new Error(`go.mod requires no version of ${path}`);
  return line[1];
}
