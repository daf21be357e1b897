import { NotFoundError } from '@backstage/errors';
import {
  offsetOf,
  type Page,
  pageOfPart,
} from '@sphera/plugin-operations-node';
import type { Rollback, RollbackState } from '@sphera/plugin-rollback-common';
import type { KeptRollback, ToAnswer } from '../running/KeptRollback';
import type { RollbackStore } from '../storage/RollbackStore';

/** @throws NotFoundError */
export async function findRollback(
  store: RollbackStore,
  id: string,
): Promise<KeptRollback> {
  const rollback = await store.get(id);
  if (rollback) return rollback;
  throw new NotFoundError(`There is no rollback with the id ${id}`);
}

/** Rollbacks that are and that were, the newest first. */
export async function readRollbacks(
  { store, toAnswer }: { store: RollbackStore; toAnswer: ToAnswer },
  question: {
    service?: string;
    environment?: string;
    set?: string;
    state: 'all' | RollbackState;
    limit: number;
    cursor?: string;
  },
): Promise<Page<Rollback>> {
  const { service, environment, set, limit } = question;
  const state = question.state === 'all' ? undefined : question.state;
  const query = { service, environment, set, state };
  const offset = offsetOf('rollbacks', question);
  const [part, totalItems] = await Promise.all([
    store.list(query, { limit, offset }),
    store.count(query),
  ]);
  return pageOfPart('rollbacks', { part, totalItems }, question, toAnswer);
}
