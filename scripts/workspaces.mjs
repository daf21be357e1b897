import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from './places.mjs';
import { sourceFiles } from './sources.mjs';

/** @returns {Promise<string[]>} the package.json of every workspace, relative to the root */
export async function workspaceManifests() {
  const { workspaces } = await manifest('package.json');
  return sourceFiles(workspaces.map(glob => `:(glob)${glob}/package.json`));
}

/**
 * @param {string[]} roles of Backstage, such as "frontend"
 * @returns {Promise<string[]>} folders of the workspaces with one of these roles, relative to the root
 */
export async function workspacesOf(roles) {
  const folders = [];
  for (const file of await workspaceManifests()) {
    const { backstage } = await manifest(file);
    if (roles.includes(backstage?.role)) folders.push(dirname(file));
  }
  return folders;
}

async function manifest(file) {
  return JSON.parse(await readFile(join(root, file), 'utf8'));
}
