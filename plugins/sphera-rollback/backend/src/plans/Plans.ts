import type { Plan, SetPlan } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';

/** What is asked to be rolled back. */
export interface RollbackWish {
  /** Entity ref. */
  service: string;
  environment: string;
  /** Absent: all in which it has a file. */
  regions?: string[];
  version: string;
}

/** What is asked of a whole system. */
export interface SetWish {
  /** Entity ref, or its name. */
  system: string;
  environment: string;
  /** The moment to go back to, ISO 8601. */
  at: string;
}

/** How old what is known of the repository may be, in milliseconds; absent: as configured (`fetchEvery`). */
export interface Freshness {
  maxAge?: number;
}

/** Works out what a rollback would do. Never changes anything. */
export interface Plans {
  /** @throws NoLayoutError, RepositoryError, SpotError, FieldError (service, regions, version) */
  plan(wish: RollbackWish, freshness?: Freshness): Promise<Plan>;
  /** @throws as `plan`, RollbackConflictError where it cannot be taken back */
  forward(rollback: KeptRollback, freshness?: Freshness): Promise<Plan>;
  /** @throws FieldError (system, at) */
  set(wish: SetWish, freshness?: Freshness): Promise<SetPlan>;
}
