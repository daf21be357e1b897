/** Whose wish a command is. */
export interface CommandKey {
  cluster: string;
  flag: string;
}

/** Key of a command's record: `cluster/flag`. */
export function commandKey(cluster: string, flag: string): string {
  return `${cluster}/${flag}`;
}

/** What the key of a command says; `undefined`: it is no `cluster/flag`. */
export function parseCommandKey(key: string | null): CommandKey | undefined {
  const [cluster, flag, ...more] = key?.split('/') ?? [];
  if (!cluster || !flag || more.length > 0) return undefined;
  return { cluster, flag };
}

/** Cluster of a record's key, on either topic. */
export function clusterOfKey(key: string): string {
  return key.split('/', 1)[0];
}
