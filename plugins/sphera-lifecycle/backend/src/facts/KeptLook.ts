import type { SeenFact } from '@sphera/plugin-lifecycle-node';

/** What one source saw of one service when it last looked. Moments are milliseconds since 1970. */
export interface KeptLook {
  source: string;
  /** Entity ref. */
  service: string;
  lookedAt: number;
  /** When it last could look; absent: never. */
  seenAt?: number;
  /** By fact id; empty where it never could look. */
  facts: Readonly<Record<string, SeenFact>>;
  /** Where the last look failed: since when they do, and why the last one did. */
  failing?: { since: number; sentence: string };
}
