import { checkRunBody } from '../api/checkRunBody';
import { labelBody } from '../api/labelBody';
import { organizationBody } from '../api/organizationBody';
import { pullRequestBody } from '../api/pullRequestBody';
import { repositoryBody } from '../api/repositoryBody';
import { statusBody } from '../api/statusBody';
import { userBody } from '../api/userBody';
import type { Hook } from '../hooks/Hook';
import type { CheckRun } from '../pullRequests/CheckRuns';
import type { CommitStatus } from '../pullRequests/CommitStatuses';
import type { PullRequest } from '../pullRequests/PullRequest';
import type { PullRequestChange } from '../pullRequests/PullRequestChange';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';

/** A hook, and what an event says to it alone. */
interface Listener {
  hook: Hook;
  /** By which an app hears of it. */
  installation?: { id: number };
}

/** The hooks of a repository, of its organisation, and of the apps that are installed there. */
export function listenersOf(
  world: GitHubWorld,
  repository: GitHubRepository,
): Listener[] {
  const ofOrganization = world.organizationOf(repository)?.hooks ?? [];
  return [
    ...[...repository.hooks, ...ofOrganization].map(hook => ({ hook })),
    ...world.apps.hooksAt(repository.owner, repository.repo),
  ];
}

/** Tells whoever listens to a repository. */
export function tell(
  world: GitHubWorld,
  repository: GitHubRepository,
  what: {
    event: string;
    payload: Record<string, unknown>;
    /** Login. */
    sender: string;
    /** Those alone. */
    listeners?: Listener[];
  },
): void {
  const { event, listeners = listenersOf(world, repository) } = what;
  if (listeners.length === 0) return;
  const { origin } = world;
  const organization = world.organizationOf(repository);
  const payload = {
    ...what.payload,
    repository: repositoryBody(repository, { origin }),
    ...(organization && {
      organization: organizationBody(organization, origin),
    }),
    sender: userBody(what.sender, origin),
  };
  for (const { hook, ...more } of listeners) {
    world.hooks.emit([hook], { event, payload: { ...payload, ...more } });
  }
}

export function tellOfPullRequest(
  world: GitHubWorld,
  repository: GitHubRepository,
  about: { pullRequest: PullRequest; change: PullRequestChange },
): void {
  const { pullRequest, change } = about;
  const { number } = pullRequest;
  const where = { origin: world.origin, repository };
  tell(world, repository, {
    event: 'pull_request',
    payload: {
      action: change.action,
      number,
      pull_request: pullRequestBody(pullRequest, where, {
        mergeable: null,
        state: 'unknown',
      }),
      ...change.more,
    },
    sender: change.by ?? pullRequest.author,
  });
}

/** Tells of a label that a pull request has, or has no more. */
export function tellOfLabel(
  world: GitHubWorld,
  repository: GitHubRepository,
  about: {
    pullRequest: PullRequest;
    action: 'labeled' | 'unlabeled';
    name: string;
    by: string;
  },
): void {
  const { pullRequest, action, name, by } = about;
  const label = repository.labels.find(each => each.name === name);
  const where = { origin: world.origin, repository };
  const more = label && { label: labelBody(label, where) };
  const change = { action, by, label: name, ...(more && { more }) };
  repository.book.tell(pullRequest, change);
}

export function tellOfCheckRun(
  world: GitHubWorld,
  repository: GitHubRepository,
  { action, run }: { action: 'created' | 'completed'; run: CheckRun },
): void {
  const where = { origin: world.origin, repository };
  tell(world, repository, {
    event: 'check_run',
    payload: { action, check_run: checkRunBody(run, where) },
    sender: `${run.app}[bot]`,
  });
}

export function tellOfStatus(
  world: GitHubWorld,
  repository: GitHubRepository,
  { sha, status }: { sha: string; status: CommitStatus },
): void {
  tell(world, repository, {
    event: 'status',
    payload: {
      ...statusBody(status, { origin: world.origin, repository, sha }),
      sha,
      name: repository.name,
      branches: [],
    },
    sender: status.creator,
  });
}

export function tellOfRepository(
  world: GitHubWorld,
  repository: GitHubRepository,
  { action, by }: { action: 'created' | 'deleted' | 'edited'; by: string },
): void {
  tell(world, repository, {
    event: 'repository',
    payload: { action },
    sender: by,
  });
}
