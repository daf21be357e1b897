/** A value of JSON. */
type Value = unknown;
type Fields = Record<string, Value>;

const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A merge patch (RFC 7396) that brings an object to what is wanted: all that is wanted, and `null` for what was wanted before and is
 * not any more. What somebody else has put there stays. Lists are replaced.
 */
export function threeWayPatch(before: Fields, wanted: Fields): Fields {
  const patch: Fields = {};
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(wanted, key)) patch[key] = null;
  }
  for (const [key, value] of Object.entries(wanted)) {
    const earlier = before[key];
    patch[key] =
      isFields(value) && isFields(earlier)
        ? threeWayPatch(earlier, value)
        : value;
  }
  return patch;
}
