import type { PlannedPromotion } from './PlannedPromotion';
import { saysSo } from './obstaclesTo';
import { PROMOTED_FROM } from './promotionMessage';
import type { PromotingParts } from './PromotingParts';

/** The commit by which this very promotion came to the branch before: its answer was lost, or somebody asks twice. */
export async function promotedAlready(
  { repositories }: Pick<PromotingParts, 'repositories'>,
  { plan, files }: PlannedPromotion,
): Promise<string | undefined> {
  if (!saysSo(files, plan.version)) return undefined;
  const [{ file }] = files;
  const repository = repositories.get(file.repository);
  const { commit } = await repository.head();
  const [newest] = await repository.history(commit, file.path);
  return newest?.trailers[PROMOTED_FROM.toLowerCase()] === plan.from
    ? newest.hash
    : undefined;
}
