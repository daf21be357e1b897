import type { FlagRow } from '@sphera/plugin-flags-common';
import { RowsInSight } from '@sphera/plugin-operations-react';
import type { RefObject } from 'react';
import { useFlagLinks } from '../parts/useFlagLinks';
import type { ColumnGroup } from './columns';
import { MatrixRow } from './MatrixRow';

/** The rows that can be seen, and room for the others. */
export function MatrixRows(props: {
  rows: FlagRow[];
  groups: ColumnGroup[];
  isOfOneService: boolean;
  /** What the rows scroll in. */
  scroller: RefObject<HTMLElement>;
}) {
  const { rows, groups, isOfOneService, scroller } = props;
  const links = useFlagLinks();
  return (
    <RowsInSight
      count={rows.length}
      scroller={scroller}
      row={(index, measure) => (
        <MatrixRow
          key={rows[index].flag}
          row={rows[index]}
          groups={groups}
          href={links.toFlag(rows[index].flag)}
          isOfOneService={isOfOneService}
          index={index}
          measure={measure}
        />
      )}
    />
  );
}
