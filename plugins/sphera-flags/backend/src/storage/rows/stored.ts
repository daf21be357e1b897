/** A large number, as a database answers it: some write them as text. */
export type StoredNumber = number | string;

/** A truth, as a database answers it. */
export type StoredBoolean = boolean | number;

/** The number of a column. */
export const numberOf = (stored: StoredNumber | null): number | undefined =>
  stored === null ? undefined : Number(stored);

/** Fields that have something: nothing is written down as `undefined`. The object itself is made so. */
export function present<T extends object>(fields: T): T {
  for (const key in fields) if (fields[key] === undefined) delete fields[key];
  return fields;
}
