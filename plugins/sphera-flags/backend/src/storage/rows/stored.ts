/** A large number, as a database answers it: some write them as text. */
export type StoredNumber = number | string;

/** A truth, as a database answers it. */
export type StoredBoolean = boolean | number;

/** The number of a column. */
export const numberOf = (stored: StoredNumber | null): number | undefined =>
  stored === null ? undefined : Number(stored);

/** Fields that have something: nothing is written down as `undefined`. */
export function present<T extends object>(fields: T): T {
  const kept = Object.entries(fields).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(kept) as T;
}
