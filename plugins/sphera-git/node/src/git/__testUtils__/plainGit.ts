import { execFileSync } from 'node:child_process';

/** What plain git says in a folder. */
export const plainGit = (folder: string, ...args: string[]): string =>
  execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Sam Lindqvist',
      GIT_AUTHOR_EMAIL: 'sam.lindqvist@kestrel-parcels.example',
      GIT_COMMITTER_NAME: 'Sam Lindqvist',
      GIT_COMMITTER_EMAIL: 'sam.lindqvist@kestrel-parcels.example',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
