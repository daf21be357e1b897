import type { ServiceColumn } from '@sphera/plugin-services-react';

/** Whether a capability's column stands in for one of the hub's own. */
export function replaces(
  columns: readonly ServiceColumn[],
  own: string,
): boolean {
  return columns.some(column => column.replaces === own);
}
