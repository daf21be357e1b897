import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { wishRecord } from '@sphera/plugin-flags-node';
import type { CellRow } from '../rows/cellRow';

/** The message of a cell's present wish, as the outbox keeps it: the record's key is the cell's own. */
export function wishMessage(
  cell: Pick<
    CellRow,
    'cluster' | 'flag' | 'wanted_revision' | 'wanted_change' | 'wanted_at'
  >,
  definition: FlagDefinition | null,
  { service, owner }: { service: string; owner?: string | null },
): string {
  return wishRecord({
    version: 1,
    kind: 'wish',
    cluster: cell.cluster,
    flag: cell.flag,
    revision: Number(cell.wanted_revision),
    change: cell.wanted_change!,
    wishedAt: new Date(Number(cell.wanted_at)).toISOString(),
    definition,
    metadata: { service, ...(owner && { owner }) },
  }).value;
}
