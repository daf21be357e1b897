import { countOf, ShowMore } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { Cells, type CellsProps } from '../flag/Cells';

// What is read at one glance; a region that is away has hundreds of clusters.
const AT_ONCE = 10;

/** Clusters in which a flag is not as it should be, the first few until one asks for all. */
export function DriftingCells(props: Omit<CellsProps, 'named'>) {
  const { cells } = props;
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? cells : cells.slice(0, AT_ONCE);
  return (
    <>
      <Cells {...props} cells={shown} />
      <ShowMore
        shown={`${shown.length} of ${countOf(
          cells.length,
          'cluster',
          'clusters',
        )}`}
        pages={{
          hasNextPage: shown.length < cells.length,
          isFetchingNextPage: false,
          fetchNextPage: () => setOpen(true),
        }}
      />
    </>
  );
}
