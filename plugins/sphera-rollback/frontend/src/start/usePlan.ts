import { useOperation } from '@sphera/plugin-operations-react';
import { type Plan, planRollback } from '@sphera/plugin-rollback-common';
import type { RequestOf } from '@sphera/plugin-operations-common';
import { useEffect, useState } from 'react';
import { planDifferences } from '../plan/planDifferences';

/** What one wishes to roll back. */
export type Wish = RequestOf<typeof planRollback>;

/** What a rollback would do, as it is known now. */
export interface PlanOfWish {
  plan?: Plan;
  error: Error | null;
  /** Whether the plan belongs to an earlier wish, until it is known better. */
  isStale: boolean;
  /** What has changed since the plan was first shown, in sentences. */
  changes: string[];
  /** The changes have been read. */
  accept(): void;
  /** Works the plan out anew. */
  reload(): void;
}

const NOTHING: Wish = { service: '', environment: '', version: '' };

/**
 * The plan of a rollback, kept fresh while one reads it; where it becomes another one
 * meanwhile, it says what has changed.
 *
 * @param wish - undefined: nothing is chosen yet
 */
export function usePlan(wish: Wish | undefined): PlanOfWish {
  const asked = useOperation(planRollback, wish ?? NOTHING, {
    enabled: Boolean(wish),
    keepPrevious: true,
  });
  const key = JSON.stringify(wish);
  const [seen, setSeen] = useState<{ key: string; plan: Plan }>();
  const isStale = asked.isPlaceholderData;
  const plan = wish ? asked.data : undefined;
  const fresh = isStale ? undefined : plan;
  useEffect(() => {
    if (!fresh) return;
    setSeen(last => (last?.key === key ? last : { key, plan: fresh }));
  }, [fresh, key]);
  return {
    plan,
    error: asked.error,
    isStale,
    changes:
      fresh && seen?.key === key ? planDifferences(seen.plan, fresh) : [],
    accept: () => fresh && setSeen({ key, plan: fresh }),
    reload: () => void asked.refetch(),
  };
}
