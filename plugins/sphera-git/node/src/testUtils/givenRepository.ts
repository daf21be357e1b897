import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@sphera/plugin-operations-node';
import { commitTo, startGitServer } from '@sphera/dev-fleet';
import type { Committer, GitRemote } from '../git/GitSettings';
import {
  type OpenRepositories,
  openRepositories,
} from '../git/openRepositories';

export const TOKEN = 'portal-in-the-test-Wq8Zt3Kx5Nv';
export const READER = 'reader-in-the-test-Hc4Ym9Bs2Lp';
export const NAME = 'kestrel-parcels/deployments';
export const FILE = 'quotes/production/values.yaml';

export const dana = {
  name: 'Dana Okafor',
  email: 'dana.okafor@kestrel-parcels.example',
};
export const identity = {
  name: 'sphera',
  email: 'sphera@kestrel-parcels.example',
};
const keys = {
  repositories: 'sphera.rollback.repositories',
  signing: 'sphera.rollback.signing',
  cloneFolder: 'sphera.rollback.cloneFolder',
};
/** When the first commit of a test is made, in milliseconds. */
export const BEGIN = Date.UTC(2026, 9, 1, 8);
const MINUTE = 60_000;

type Given = Partial<GitRemote> &
  Pick<Committer, 'signing'> & {
    folder?: string;
    quietLimit?: number;
  };

/** The values of a Helm chart that want a version. */
export const values = (version: string) =>
  `replicas: 3\nimage:\n  repository: registry.example/quotes\n  tag: ${version}\n`;

/** A repository on a real git server, and portals that have it open, each with memory of its own. */
export async function givenRepository() {
  const server = await startGitServer({
    repositories: [{ name: NAME }],
    accounts: [
      { login: 'portal', token: TOKEN },
      { login: 'reader', token: READER, mayPush: false },
    ],
  });
  const folders = [mkdtempSync(join(tmpdir(), 'sphera-clones-'))];
  const opened: OpenRepositories[] = [];
  let minutes = 0;

  return {
    server,
    /** The bare repository that the server has. */
    remote: server.folderOf(NAME),
    /** Where the clones are. */
    clones: folders[0],
    newFolder() {
      folders.push(mkdtempSync(join(tmpdir(), 'sphera-test-')));
      return folders[folders.length - 1];
    },
    /** Opens the repository as a portal that has just started does. */
    open({
      folder = folders[0],
      quietLimit,
      signing,
      ...settings
    }: Given = {}) {
      const repositories = openRepositories({
        settings: {
          repositories: [
            {
              name: 'deployments',
              url: server.urlOf(NAME),
              branch: 'main',
              credentials: { username: 'x-access-token', password: TOKEN },
              ...settings,
            },
          ],
          keys,
          identity,
          signing,
          cloneFolder: folder,
          fetchEvery: 10_000,
        },
        clock: systemClock,
        quietLimit,
      });
      opened.push(repositories);
      return repositories.get('deployments');
    },
    /** Somebody else commits, a minute after the one before. */
    async deploy(
      version: string,
      more: {
        path?: string;
        message?: string;
        author?: typeof dana;
        branch?: string;
      } = {},
    ) {
      const { path = FILE, message, author = dana, branch } = more;
      minutes += 1;
      return commitTo(server.folderOf(NAME), {
        files: { [path]: values(version) },
        message: message ?? `quotes ${version} in production`,
        author,
        at: BEGIN + minutes * MINUTE,
        branch,
      });
    },
    async stop() {
      await Promise.all(opened.map(each => each.close()));
      await server.stop();
      for (const folder of folders) {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** A request for a commit on top of another. */
export const rollBack = (base: string, version: string, path = FILE) => ({
  base,
  files: [{ path, text: values(version) }],
  message: `Roll back quotes in production to ${version}\n\nchecks fail\n\nSphera-Operation: op-${version}\nSphera-Rollback-From: 4.12.1\nSphera-Rollback-To: ${version}\nCo-authored-by: Dana Okafor <${dana.email}>`,
  author: identity,
  at: BEGIN + 1_000 * MINUTE,
});
