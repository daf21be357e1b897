/** Says only that a cluster was heard from; where that matters, `stale` changes too. */
const HEARTBEAT = 'observedAt';

/**
 * The new answer, made of the objects of the one before wherever they say the
 * same: what did not change need not be drawn anew. A younger `observedAt` alone
 * is no change, else every heartbeat of a cluster would redraw all that runs in it.
 */
export function steady<T>(before: T | undefined, now: T): T {
  if (before === undefined || Object.is(before, now)) return now;
  if (Array.isArray(before) && Array.isArray(now)) {
    const merged = now.map((one, index) => steady(before[index], one));
    return isSame(before, merged) ? before : (merged as T);
  }
  if (isObject(before) && isObject(now)) {
    const merged = Object.fromEntries(
      Object.entries(now).map(([key, one]) => [key, steady(before[key], one)]),
    );
    return isSame(before, merged) ? before : (merged as T);
  }
  return now;
}

function isSame(before: object, merged: object): boolean {
  const [old, fresh] = [before, merged] as Record<string, unknown>[];
  const keys = Object.keys(fresh);
  return (
    keys.length === Object.keys(old).length &&
    keys.every(key => key === HEARTBEAT || Object.is(old[key], fresh[key]))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
