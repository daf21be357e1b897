/** Any JSON value. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [key: string]: JsonValue };

/** What a flag answers with: one kind for all of its variants. */
export const FLAG_TYPES = ['boolean', 'string', 'number', 'object'] as const;
export type FlagType = (typeof FLAG_TYPES)[number];

/**
 * One flag in one cluster, as OpenFeature's flagd reads it (https://flagd.dev/reference/flag-definitions/).
 * `targeting` is JsonLogic with flagd's own operations (`fractional`, `starts_with`, `sem_ver` …); it answers with the
 * name of a variant, and anything else means the default variant.
 */
export interface FlagDefinition {
  /** `DISABLED`: applications use the default of their own code. */
  state: 'ENABLED' | 'DISABLED';
  variants: Record<string, JsonValue>;
  defaultVariant: string;
  targeting?: Record<string, JsonValue>;
}
