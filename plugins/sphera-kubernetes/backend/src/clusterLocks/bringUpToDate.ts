import type { ClusterClient } from '../adapters/ClusterClient';

/** A ConfigMap of a cluster. */
export interface ConfigMapPlace {
  namespace: string;
  name: string;
}

const LABELS = { 'app.kubernetes.io/managed-by': 'sphera' };
/** Two replicas get in each other's way once or twice, not this often. */
const MOST_TRIES = 5;

/** How a cluster was found: whether it asks for locks at all, and whether they had to be written. */
export type Outcome = 'not-installed' | 'current' | 'written';

/**
 * Makes one cluster's ConfigMap say what is wanted. Its version is read before
 * what is wanted is asked for: whoever then writes on top of a version that has
 * passed is refused, so an older truth never replaces a newer one.
 *
 * @throws what the client throws; `ConflictError` where others keep being faster
 */
export async function bringUpToDate(
  client: Pick<ClusterClient, 'readConfigMap' | 'writeConfigMap'>,
  { namespace, name }: ConfigMapPlace,
  wanted: () => Promise<Record<string, string>>,
): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const found = await client.readConfigMap(namespace, name);
    // Nobody installed the policy, or somebody took the locks off in an emergency.
    if (!found) return 'not-installed';
    const data = await wanted();
    if (sameData(found.data, data)) return 'current';
    try {
      const { version } = found;
      const content = { data, labels: LABELS, version };
      await client.writeConfigMap(namespace, name, content);
      return 'written';
    } catch (error) {
      if (!isConflict(error) || tries === MOST_TRIES) throw error;
    }
  }
}

/** Whether both hold the same keys with the same values. */
export function sameData(
  one: Record<string, string>,
  other: Record<string, string>,
): boolean {
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(key => one[key] === other[key])
  );
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConflictError';
}
