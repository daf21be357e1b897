import { randomUUID } from 'node:crypto';
import { titleOf } from '@sphera/plugin-fleet-common';
import { fillTemplate } from '@sphera/plugin-fleet-node';
import { PushRefusedError } from '@sphera/plugin-git-node';
import type { InputOf } from '@sphera/plugin-operations-common';
import type { promote, Promotion } from '@sphera/plugin-rollback-common';
import { RollbackConflictError } from '../errors';
import { planOf } from './planOf';
import type { PlannedPromotion } from './PlannedPromotion';
import { promotedAlready } from './promotedAlready';
import { type PromotionCommit, pushPromotion } from './pushPromotion';
import type { PromotingParts } from './PromotingParts';
import { requestPromotion } from './requestPromotion';

/**
 * Has an environment run what another one runs: in one commit, or through a pull request where the branch takes nothing
 * else. Asked again, what is there already is found.
 * @throws RollbackConflictError where something is in the way or has changed since it was planned; RepositoryError,
 * PushRefusedError, NeighbourError; and as `planOf`
 */
export async function promoteVersion(
  parts: PromotingParts,
  { reason, plan: seen, ...wish }: InputOf<typeof promote>,
  askedBy: string,
): Promise<Promotion> {
  const planned = await planOf(parts, wish, 0);
  const { plan, service } = planned;
  const earlier = await promotedAlready(parts, planned);
  if (earlier) return toAnswer(parts, planned, { hash: earlier });
  if (plan.obstacles.length > 0) {
    throw new RollbackConflictError(
      `${service.title} cannot be promoted to ${plan.to}: ${plan.obstacles.join(
        '; ',
      )}`,
    );
  }
  if (seen !== undefined && seen !== plan.id) {
    throw new RollbackConflictError(
      `Something has changed for ${service.title} in ${plan.to} since you looked: look at the plan again`,
    );
  }
  const commit: PromotionCommit = {
    id: randomUUID(),
    reason,
    author: await parts.people.authorOf(askedBy),
    at: parts.clock.now(),
  };
  return toAnswer(parts, planned, await bring(parts, planned, commit));
}

type Brought = Omit<Promotion['commits'][number], 'repository' | 'url'>;

async function bring(
  parts: PromotingParts,
  planned: PlannedPromotion,
  commit: PromotionCommit,
): Promise<Brought> {
  const { settings, pullRequests } = parts;
  if (planned.plan.way === 'pull-request') {
    return requestPromotion(parts, planned, commit);
  }
  try {
    return { hash: await pushPromotion(parts, planned, commit) };
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    const { repository: name } = planned.plan.files[0];
    const way = settings.repositories.find(one => one.name === name)?.way;
    const canOpen = way === 'either' && pullRequests(name);
    if (error.refusal !== 'protected' || !canOpen) throw error;
    return requestPromotion(parts, planned, commit);
  }
}

function toAnswer(
  { settings, fleet }: PromotingParts,
  { plan, files }: PlannedPromotion,
  brought: Brought,
): Promotion {
  const { repository } = files[0].file;
  const { commitUrl } = settings.repositories.find(
    ({ name }) => name === repository,
  )!;
  const { service, from, to, clusters } = plan;
  const version = plan.version!;
  const where = titleOf(fleet.environments, to);
  const { hash, pullRequest } = brought;
  return {
    service,
    from,
    to,
    version,
    files: plan.files,
    clusters,
    commits: [
      {
        repository,
        ...brought,
        url: commitUrl && fillTemplate(commitUrl, { hash }),
      },
    ],
    sentence: pullRequest
      ? `Pull request #${pullRequest.number} of ${repository} is open: once it is merged, ${where} is to run ${version}`
      : `${where} is to run ${version}, with ${hash.slice(
          0,
          7,
        )} in ${repository}`,
  };
}
