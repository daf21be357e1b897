import { NotFoundError } from '@backstage/errors';
import type { RollbackSet } from '@sphera/plugin-rollback-common';
import type { ToAnswer } from '../running/KeptRollback';
import type { KeptSet, RollbackStore } from '../storage/RollbackStore';
import { toSetAnswer } from './toSetAnswer';

/** As many as a set can have. */
const MOST = 200;

/** @throws NotFoundError */
export async function findSet(
  store: RollbackStore,
  id: string,
): Promise<KeptSet> {
  const set = await store.getSet(id);
  if (set) return set;
  throw new NotFoundError(`There is no rollback set with the id ${id}`);
}

/** One set with all its rollbacks. @throws NotFoundError */
export async function readSet(
  parts: { store: RollbackStore; toAnswer: ToAnswer },
  id: string,
): Promise<RollbackSet> {
  const set = await findSet(parts.store, id);
  const all = { limit: MOST, offset: 0 };
  const rollbacks = await parts.store.list({ set: id }, all);
  return toSetAnswer(set, rollbacks, parts.toAnswer);
}
