/**
 * Until when a deleted secret can be restored. AWS says of it either when that was asked
 * for or when it will be gone, so only a moment that lies ahead can be the latter.
 */
export function recoverableUntil(
  deletedAt: number | undefined,
  now: number,
): number | undefined {
  return deletedAt !== undefined && deletedAt > now ? deletedAt : undefined;
}

/** When deletion was asked for, where AWS says that. */
export function deletedSince(
  deletedAt: number | undefined,
  now: number,
): number | undefined {
  return deletedAt !== undefined && deletedAt <= now ? deletedAt : undefined;
}
