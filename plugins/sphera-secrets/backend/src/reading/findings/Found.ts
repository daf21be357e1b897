import type { FindingKind } from '@sphera/plugin-secrets-common';
import type { Words } from '../states/driftSentences';

/** Something that was found; its sentence is only made where somebody reads it. */
export interface Found {
  kind: FindingKind;
  /** Entity ref; absent where nobody owns it. */
  service?: string;
  name: string;
  environment: string;
  regions: readonly string[];
  /** One for each region; empty where it is missing. */
  fullNames: readonly string[];
  /** Milliseconds since 1970. */
  since?: number;
  sentence(words: Words): string;
}
