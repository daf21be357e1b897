import { GitHubRefusal, type GitHubRepository } from '@sphera/plugin-git-node';
import type { GitHubSettings } from '../../../settings/CreationSettings';

/** Gives a repository labels; one that is there gets the colour and the description of the settings. */
export async function settleLabels(
  repository: GitHubRepository,
  labels: GitHubSettings['labels'],
): Promise<void> {
  const { owner, repo } = repository;
  for (const label of labels) {
    const isNew = await repository
      .ask('create labels', rest =>
        rest.issues.createLabel({ owner, repo, ...label }),
      )
      .then(
        () => true,
        error => {
          if (error instanceof GitHubRefusal && error.status === 422) {
            return false;
          }
          throw error;
        },
      );
    if (isNew) continue;
    await repository.ask('change labels', rest =>
      rest.issues.updateLabel({ owner, repo, ...label }),
    );
  }
}
