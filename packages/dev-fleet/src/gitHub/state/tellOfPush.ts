import type { BranchMove } from '../../git/HostedRepositories';
import { NOTHING } from '../../git/movedBranches';
import { runGit } from '../../git/runGit';
import { headOf } from '../pullRequests/branches';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { listenersOf, tell } from './telling';

/** How many commits an event names. */
const NAMED = 20;

/** Tells that a branch has moved, and brings the pull requests of it up to date. */
export async function tellOfPush(
  world: GitHubWorld,
  repository: GitHubRepository,
  { branch, move }: { branch: string; move?: BranchMove },
): Promise<void> {
  // Who listens later hears nothing of it.
  const listeners = listenersOf(world, repository);
  if (listeners.length > 0) {
    const known = move ?? (await lastMove(repository, branch));
    tell(world, repository, {
      event: 'push',
      payload: await payloadOf(world, repository, { branch, move: known }),
      sender: known.by,
      listeners,
    });
  }
  await repository.book.list();
}

async function payloadOf(
  world: GitHubWorld,
  repository: GitHubRepository,
  { branch, move }: { branch: string; move: BranchMove },
): Promise<Record<string, unknown>> {
  const { before, after, by } = move;
  const commits = await commitsBetween(repository, before, after);
  const range = `${before.slice(0, 12)}...${after.slice(0, 12)}`;
  return {
    ref: `refs/heads/${branch}`,
    before,
    after,
    created: before === NOTHING,
    deleted: after === NOTHING,
    forced: false,
    base_ref: null,
    compare: `${world.origin}/${repository.name}/compare/${range}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: by },
  };
}

/** Where nobody says how a branch moved: it has one commit more. */
async function lastMove(
  { hosted }: GitHubRepository,
  branch: string,
): Promise<BranchMove> {
  const after = (await headOf(hosted, branch)) ?? NOTHING;
  const parent = ['rev-parse', '--verify', '-q', `${after}^`];
  const before = await runGit(hosted.folder, parent).then(
    found => found.trim(),
    () => NOTHING,
  );
  return { before, after, by: 'ghost' };
}

async function commitsBetween(
  { hosted }: GitHubRepository,
  before: string,
  after: string,
): Promise<object[]> {
  if (after === NOTHING) return [];
  const range = before === NOTHING ? after : `${before}..${after}`;
  const log = await runGit(hosted.folder, [
    'log',
    '-z',
    `--max-count=${NAMED}`,
    '--format=%H%x1f%T%x1f%an%x1f%ae%x1f%cI%x1f%B',
    range,
  ]).catch(() => '');
  return log
    .split('\0')
    .filter(Boolean)
    .reverse()
    .map(line => {
      const [id, tree, name, email, at, message] = line.split('\x1f');
      return {
        id,
        tree_id: tree,
        distinct: true,
        message: message.trimEnd(),
        timestamp: at,
        author: { name, email },
        committer: { name, email },
      };
    });
}
