import type { GitHub, Statuses } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { KeptRepository } from '../storage/KeptRepository';
import { judge } from './judge';
import { isTold, missing, wantedStatuses } from './wantedStatuses';

/**
 * Tells GitHub of the commits that its merge queue made: a queue merges these, not pull requests. Nothing exempts
 * them, since one may hold several pull requests.
 *
 * @param deep - whether to look for a queue, and what its commits really have
 * @returns what each was told; `undefined`: there never was one
 * @throws NeighbourError
 */
export async function tellQueue(
  repository: KeptRepository,
  branch: string,
  about: { github: GitHub; settings: MergeSettings; deep: boolean },
): Promise<Record<string, Statuses> | undefined> {
  const { github, settings, deep } = about;
  const { spelled, name, known } = repository;
  if (!isTold(repository, settings) || (!known.queue && !deep))
    return known.queue;
  const commits = await github.queuedFor(spelled, branch);
  if (!known.queue && commits.length === 0) return undefined;
  const told: Record<string, Statuses> = {};
  for (const commit of commits) {
    const before = deep ? undefined : known.queue?.[commit];
    const has = before ?? (await github.statusesOf(spelled, commit));
    const wanted = wantedStatuses(judge(repository, undefined), {
      isTold: true,
      context: settings.context,
      url: settings.pageOf(name),
      has,
    });
    for (const [which, status] of Object.entries(missing(wanted, has))) {
      await github.setStatus(spelled, commit, which, status);
    }
    told[commit] = wanted;
  }
  return told;
}
