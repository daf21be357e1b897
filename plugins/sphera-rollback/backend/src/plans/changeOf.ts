import type { FileChange } from '@sphera/plugin-rollback-common';
import { SpotError } from '../errors';
import type { PlannedFile } from './PlanParts';
import { unifiedDiff } from './unifiedDiff';

/** What becomes of one file, or why it cannot. */
export interface PlannedWrite {
  change: FileChange;
  /** In words. */
  problem?: string;
}

/**
 * What becomes of one file.
 * @param versionsBack - absent: it goes ahead
 */
export function changeOf(
  { file, text, version, to }: PlannedFile,
  versionsBack: number | undefined,
): PlannedWrite {
  const { spot, ...declared } = file;
  const change = { ...declared, from: version, to, versionsBack };
  try {
    const written = to === version ? text : spot.write(text, to);
    return {
      change: { ...change, diff: unifiedDiff(file.path, text, written) },
    };
  } catch (error) {
    if (!(error instanceof SpotError)) throw error;
    return {
      change: { ...change, diff: '' },
      problem: `${file.path}: ${error.message}`,
    };
  }
}
