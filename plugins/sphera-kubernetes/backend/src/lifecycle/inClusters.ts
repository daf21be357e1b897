import { groupedBy, listed } from '@sphera/plugin-operations-node';

/** `4.12.1 in production-eu and production-ap, 4.11.0 in production-us`. */
export function inClusters(
  said: ReadonlyArray<{ cluster: string; text: string }>,
): string {
  return groupedBy(said, ({ text }) => text)
    .map(
      alike =>
        `${alike[0].text} in ${listed(alike.map(({ cluster }) => cluster))}`,
    )
    .join(', ');
}
