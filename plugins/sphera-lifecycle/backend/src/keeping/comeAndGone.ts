import type { KeptLifecycle } from '../path/KeptLifecycle';

/**
 * Notes whether the catalog has a service: an earlier one that had its name must not decide where a new one begins.
 * The same object where nothing is new.
 */
export function comeAndGone(
  kept: KeptLifecycle,
  isThere: boolean,
  now: number,
): KeptLifecycle {
  if (isThere === (kept.goneAt === undefined)) return kept;
  return isThere
    ? { ...kept, goneAt: undefined, appearedAt: now }
    : { ...kept, goneAt: now };
}
