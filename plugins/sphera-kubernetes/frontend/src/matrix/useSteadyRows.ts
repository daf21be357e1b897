import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { useMemo, useRef } from 'react';
import { steady } from './steady';

/** The rows of all pages; those that say what they said before are the same objects as before. */
export function useSteadyRows(
  pages: { items: ServiceDeployments[] }[] | undefined,
): ServiceDeployments[] | undefined {
  const before = useRef(new Map<string, ServiceDeployments>());
  return useMemo(() => {
    const rows = pages
      ?.flatMap(({ items }) => items)
      .map(row => steady(before.current.get(row.service), row));
    if (rows) before.current = new Map(rows.map(row => [row.service, row]));
    return rows;
  }, [pages]);
}
