import type { PullRequest } from '../pullRequests/PullRequest';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { tellOfLabel } from './telling';

/** A label of a pull request, and who puts it on or takes it off. */
interface Labelling {
  pullRequest: PullRequest;
  /** As the repository writes it. */
  name: string;
  /** Login. */
  by: string;
}

/** Puts a label on a pull request that does not have it. */
export function putLabel(
  world: GitHubWorld,
  repository: GitHubRepository,
  about: Labelling,
): void {
  const { pullRequest, name } = about;
  if (pullRequest.labels.includes(name)) return;
  pullRequest.labels.push(name);
  tellOfLabel(world, repository, { ...about, action: 'labeled' });
}

/** Takes a label off a pull request that has it. */
export function takeLabel(
  world: GitHubWorld,
  repository: GitHubRepository,
  about: Labelling,
): void {
  const { pullRequest, name } = about;
  if (!pullRequest.labels.includes(name)) return;
  pullRequest.labels = pullRequest.labels.filter(each => each !== name);
  tellOfLabel(world, repository, { ...about, action: 'unlabeled' });
}
