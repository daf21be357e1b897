/** The standard as the configuration writes it; templates are not filled yet. */
export interface StandardRules {
  /** Template of full names: `{environment}/{service}/{name}`. */
  name: string;
  /** Templates of tags, by key. */
  tags: Readonly<Record<string, string>>;
  /** Template of the key's id, ARN or alias; absent: the key of AWS itself. */
  kmsKey?: string;
  /** Template of the description where nobody wrote one. */
  description: string;
  names: { pattern: string; example: string; sentence: string };
  /** In bytes. */
  longestValue: number;
  /** What values must not hold; `because` says it to people. */
  forbidden: ReadonlyArray<{ pattern: string; because: string }>;
  recoveryDays: number;
}
