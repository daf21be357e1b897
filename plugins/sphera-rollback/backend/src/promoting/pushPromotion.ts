import { type GitRepository, pushOnTop } from '@sphera/plugin-git-node';
import type { PlannedPromotion } from './PlannedPromotion';
import { promotionBody, promotionSubject } from './promotionMessage';
import type { PromotingParts } from './PromotingParts';
import { textsOnTop } from './textsOnTop';

/** Who commits it, why and when. */
export interface PromotionCommit {
  id: string;
  reason: string;
  author: { name: string; email?: string };
  /** In milliseconds. */
  at: number;
}

/**
 * Pushes it to the branch, whoever pushes in the same moment.
 * @returns the commit on the branch: its own, or the one that already says so
 * @throws RepositoryError, PushRefusedError, RollbackConflictError
 */
export async function pushPromotion(
  parts: PromotingParts,
  planned: PlannedPromotion,
  commit: PromotionCommit,
): Promise<string> {
  const { repository } = planned.files[0].file;
  const clone = parts.repositories.get(repository);
  const hash = await pushOnTop(clone, parts.clock, async base => {
    const written = await writePromotion(parts, clone, planned, commit, base);
    return written === undefined ? { there: base } : { push: written };
  });
  return hash!;
}

/** Writes its commit on top of another one; `undefined` where every file says so already. @throws as `textsOnTop` */
export async function writePromotion(
  { settings }: Pick<PromotingParts, 'settings'>,
  repository: GitRepository,
  { plan, files, service }: PlannedPromotion,
  { id, reason, author, at }: PromotionCommit,
  base: string,
): Promise<string | undefined> {
  const { from, to } = plan;
  const version = plan.version!;
  const texts = await textsOnTop(repository, base, files, version);
  if (texts.length === 0) return undefined;
  const words = { id, name: service.name, version, from, to, reason, author };
  return repository.commit({
    base,
    files: texts,
    message: `${promotionSubject(words)}\n\n${promotionBody(words)}`,
    author: settings.identity,
    at,
  });
}
