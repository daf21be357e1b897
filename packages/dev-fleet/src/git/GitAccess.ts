import type { GitAccount } from './GitAccount';
import type { HostedRepository } from './HostedRepositories';

/** A branch or tag that a push wants to move; zeros stand for one that is not there. */
export interface RefMove {
  /** `refs/heads/main` */
  ref: string;
  before: string;
  after: string;
}

/** What a host says of one branch or tag of a push. */
export interface RefRefusal {
  ref: string;
  /** What git shows to who pushes. */
  lines: string[];
  /** Whether it is refused only where history would be lost. */
  isOfForce?: boolean;
}

/** A page that a host has beside those of git. */
export interface HostPage {
  title: string;
  /** `/kestrel-parcels/parcels/pulls` */
  path: string;
}

/** What a host of repositories adds to git: who comes in, and what may be pushed. */
export interface GitAccess {
  /** Whose token it is, besides those of fixed accounts. */
  accountFor(token: string): GitAccount | undefined;
  /** What is refused of a push. */
  refusals(
    repository: HostedRepository,
    account: GitAccount,
    moves: RefMove[],
  ): Promise<RefRefusal[]>;
  /** What else there is to see of a repository. */
  pagesOf(repository: HostedRepository): Promise<HostPage[]>;
  /** Why nothing can be pushed to a repository by somebody; `undefined`: it can. */
  isClosed(
    repository: HostedRepository,
    account: GitAccount,
  ): string | undefined;
}

/** As GitHub says it of a branch that takes pull requests alone. */
export const protectedBranch = (
  ref: string,
  why = 'Changes must be made through a pull request.',
): RefRefusal => ({
  ref,
  lines: [
    `error: GH006: Protected branch update failed for ${ref}.`,
    `error: ${why}`,
  ],
});

/** Nobody but the accounts, and no push to a protected branch. */
export const plainAccess: GitAccess = {
  accountFor: () => undefined,
  isClosed: () => undefined,
  pagesOf: async () => [],
  refusals: async ({ protectedBranches }, _account, moves) =>
    moves
      .filter(({ ref }) =>
        protectedBranches.some(branch => ref === `refs/heads/${branch}`),
      )
      .map(({ ref }) => protectedBranch(ref)),
};
