import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { RowsInSight } from '@sphera/plugin-operations-react';
import type { RefObject } from 'react';
import { useServiceLinks } from '@sphera/plugin-services-react';
import { useStartRollback } from '../parts/useStartRollback';
import type { ColumnGroup } from './columns';
import { MatrixRow } from './MatrixRow';

/** The rows that can be seen, and room for the others. */
export function MatrixRows(props: {
  rows: ServiceDeployments[];
  groups: ColumnGroup[];
  ownersInWords(owners: string[]): string;
  /** What the rows scroll in. */
  scroller: RefObject<HTMLElement>;
}) {
  const { rows, groups, ownersInWords, scroller } = props;
  const links = useServiceLinks();
  const startRollback = useStartRollback();
  return (
    <RowsInSight
      count={rows.length}
      scroller={scroller}
      row={(index, measure) => {
        const row = rows[index];
        return (
          <MatrixRow
            key={row.service}
            row={row}
            owners={ownersInWords(row.owners)}
            groups={groups}
            serviceHref={links.toService(row.service)}
            tabHref={links.toTab(row.service, 'deployments')}
            rollbackHref={startRollback?.(row.service)}
            index={index}
            measure={measure}
          />
        );
      }}
    />
  );
}
