import { PushRefusedError, RepositoryError } from '@sphera/plugin-git-node';
import type { PlannedPromotion } from './PlannedPromotion';
import { promotionBody, promotionSubject } from './promotionMessage';
import type { PromotingParts } from './PromotingParts';
import { type PromotionCommit, writePromotion } from './pushPromotion';

/**
 * Opens a pull request for it; asked again for the same change, the one that is open. People merge it, since its checks
 * are theirs.
 * @throws NeighbourError, RepositoryError, PushRefusedError, RollbackConflictError
 */
export async function requestPromotion(
  parts: PromotingParts,
  planned: PlannedPromotion,
  commit: PromotionCommit,
): Promise<{
  hash: string;
  pullRequest: { number: number; url: string };
}> {
  const { plan, service, files } = planned;
  const repository = parts.repositories.get(files[0].file.repository);
  const requests = parts.pullRequests(repository.name);
  if (!requests) {
    throw new PushRefusedError(
      'protected',
      `${repository.name} takes pull requests only, and the portal cannot open any there: it is not on a GitHub of the configuration`,
    );
  }
  const branch = `sphera/promotion-${plan.id}`;
  const found = await requests.ofBranch(branch);
  if (found?.state === 'open') {
    const { head, number, url } = found;
    return { hash: head, pullRequest: { number, url } };
  }
  const { commit: base, stale } = await repository.head({ maxAge: 0 });
  if (stale !== undefined) throw new RepositoryError(stale);
  const hash =
    (await writePromotion(parts, repository, planned, commit, base)) ?? base;
  // One that was closed has left its branch; raced: another replica has pushed it.
  if (found) await repository.deleteBranch(branch);
  await repository.push(hash, { branch });
  const words = {
    ...commit,
    name: service.name,
    version: plan.version!,
    from: plan.from,
    to: plan.to,
  };
  const opened = await requests.open({
    branch,
    into: repository.branch,
    title: promotionSubject(words),
    body: promotionBody(words),
  });
  return {
    hash: opened.head,
    pullRequest: { number: opened.number, url: opened.url },
  };
}
