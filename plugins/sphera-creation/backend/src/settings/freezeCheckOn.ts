import type { Config } from '@backstage/config';
import { MERGE_FREEZE_CHECK } from '@sphera/plugin-creation-common';

/**
 * The status by which sphera-merges holds merges back on a host; `undefined` where nobody would ever set it. A required
 * check that never comes would hold every merge back for good.
 */
export function freezeCheckOn(
  config: Config,
  host: string,
): string | undefined {
  const merges = config.getOptionalConfig('sphera.merges');
  if (!merges) return undefined;
  const strategy = merges.getOptionalString('strategy') ?? 'check';
  const where = merges.getOptionalString('host') ?? 'github.com';
  if (strategy !== 'check' || where !== host) return undefined;
  return merges.getOptionalString('context') ?? MERGE_FREEZE_CHECK;
}
