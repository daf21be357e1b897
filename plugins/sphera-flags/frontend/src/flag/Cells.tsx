import { useBreakpoint } from '@backstage/ui';
import type { Cell } from '@sphera/plugin-flags-common';
import { CellsList } from './CellsList';
import { CellsTable } from './CellsTable';

/** Which cells are shown, and of which flag. */
export interface CellsProps {
  flag: string;
  /** Whose flag it is, entity ref; absent: nobody here knows it. */
  service?: string;
  cells: readonly Cell[];
  /** A cluster that stands out. */
  named?: string;
}

/** Clusters of a flag: a table, or a list where the screen is narrow. */
export function Cells(props: CellsProps) {
  const isNarrow = useBreakpoint().down('md');
  return isNarrow ? <CellsList {...props} /> : <CellsTable {...props} />;
}
