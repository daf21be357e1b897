import type { FlagChange, FlagDefinition } from '@sphera/plugin-flags-common';

/**
 * What was wanted in each cluster right after a change; a cluster that the flag was never sent to by then is not in it.
 *
 * @param changes - the newest first, back to the oldest that is known
 */
export function wantedAfter(
  changes: readonly FlagChange[],
  id: string,
): Map<string, FlagDefinition | null> {
  const wanted = new Map<string, FlagDefinition | null>();
  const at = changes.findIndex(change => change.id === id);
  const until = at < 0 ? [] : changes.slice(at);
  for (const step of until.flatMap(({ clusters }) => clusters)) {
    const { cluster, definition = null } = step;
    if (!wanted.has(cluster)) wanted.set(cluster, definition);
  }
  return wanted;
}
