import { NotFoundError } from '@backstage/errors';
import type { Rollout, RolloutState } from '@sphera/plugin-flags-common';
import {
  offsetOf,
  type Page,
  pageOfPart,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import type { KeptRollout } from '../storage/Kept';
import type { ReadingParts } from './ReadingParts';

/** @throws NotFoundError */
export async function findRollout(
  { stores }: Pick<ReadingParts, 'stores'>,
  id: string,
): Promise<KeptRollout> {
  const kept = await stores.rollouts.get(id);
  if (kept) return kept;
  throw new NotFoundError(`There is no roll-out with the id ${id}`);
}

/** Roll-outs that are and that were, the newest first. */
export async function readRollouts(
  { stores, answers }: Pick<ReadingParts, 'stores' | 'answers'>,
  question: PageQuestion & {
    flag?: string;
    service?: string;
    state?: RolloutState;
  },
): Promise<Page<Rollout>> {
  const { flag, service, state, limit } = question;
  const query = { flag, service, state };
  const offset = offsetOf('rollouts', question);
  const [kept, totalItems] = await Promise.all([
    stores.rollouts.list(query, { limit, offset }),
    stores.rollouts.count(query),
  ]);
  const part = await answers.rollouts(kept);
  return pageOfPart('rollouts', { part, totalItems }, question, one => one);
}
