import type { FlagDefinition, JsonValue } from '@sphera/plugin-flags-common';

/** Whether two definitions are one and the same, in whatever order their fields are written; null: not there. */
export function isSameDefinition(
  one: FlagDefinition | null,
  other: FlagDefinition | null,
): boolean {
  return canonical(one as JsonValue) === canonical(other as JsonValue);
}

function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_, part) => {
    const isRecord =
      typeof part === 'object' && part !== null && !Array.isArray(part);
    return isRecord ? Object.fromEntries(Object.entries(part).sort()) : part;
  });
}
