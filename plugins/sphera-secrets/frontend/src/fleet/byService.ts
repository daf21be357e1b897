import type { Finding } from '@sphera/plugin-secrets-common';

/** Findings by the service that they are of, in the order in which services first occur. */
export function byService(
  findings: Finding[],
): [service: string | undefined, Finding[]][] {
  const groups = new Map<string | undefined, Finding[]>();
  for (const one of findings) {
    const group = groups.get(one.service);
    if (group) group.push(one);
    else groups.set(one.service, [one]);
  }
  return [...groups];
}
