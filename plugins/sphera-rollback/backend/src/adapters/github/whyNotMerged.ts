import { NeighbourError } from '@sphera/plugin-operations-node';
import type { PullRequest } from './PullRequests';
import type { GitHubRefusal } from '@sphera/plugin-git-node';

/** Why GitHub did not merge, from how the pull request stands now. */
export function whyNotMerged(
  now: PullRequest,
  head: string,
  refusal: GitHubRefusal,
): NeighbourError {
  const which = `Pull request #${now.number}`;
  if (now.state === 'closed') {
    return new NeighbourError(
      `${which} was closed without being merged: somebody decided against it on GitHub`,
      false,
    );
  }
  if (now.head !== head) {
    return new NeighbourError(
      `${which} has other commits than the portal wrote (its head is ${now.head.slice(
        0,
        8,
      )}, not ${head.slice(
        0,
        8,
      )}): look at what was added, and merge it on GitHub if it is right`,
      false,
    );
  }
  // The branch moved while it was merged, or a check began anew: the next look will tell.
  const isPassing =
    /base branch was modified/i.test(refusal.words) || now.checks === 'waiting';
  return new NeighbourError(
    `${which} cannot be merged: ${refusal.words}`,
    isPassing,
  );
}
