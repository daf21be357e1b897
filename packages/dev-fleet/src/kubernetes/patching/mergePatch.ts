import { isObject, type Json } from './json';

/** RFC 7396: objects merge, `null` takes a field away, all else replaces. */
export function mergePatch(document: Json, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged = isObject(document) ? { ...document } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key] ?? null, value);
  }
  return merged;
}
