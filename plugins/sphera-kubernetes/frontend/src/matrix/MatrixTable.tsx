import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import {
  Matrix,
  MatrixHead,
  MatrixSkeletonRows,
} from '@sphera/plugin-operations-react';
import { ReactNode } from 'react';
import { ClusterHead } from './ClusterHead';
import type { ColumnGroup } from './columns';
import { MatrixRows } from './MatrixRows';

/** In pixels: as high as a cell. */
const CELL_HEIGHT = 49;

/** All services by all clusters, where the screen is wide enough. */
export function MatrixTable(props: {
  /** Absent while they load for the first time. */
  rows?: ServiceDeployments[];
  groups: ColumnGroup[];
  /** What people call the owners of a service. */
  ownersInWords(owners: string[]): string;
  /** Whether the rows answer an earlier question while this one is under way. */
  isStale: boolean;
  /** Below the last row. */
  children?: ReactNode;
}) {
  const { rows, groups, isStale, children } = props;
  const heads = groups.map(({ environment, title, columns }) => ({
    key: environment,
    title,
    columns: columns.map(column => ({
      key: column.cluster,
      head: <ClusterHead column={column} />,
    })),
  }));
  return (
    <Matrix
      label="Services by cluster"
      columns={groups.flatMap(({ columns }) => columns).length}
      isLoading={!rows}
      isStale={isStale}
      head={<MatrixHead corner="Service" groups={heads} />}
      rows={scroller =>
        rows ? (
          <MatrixRows {...props} rows={rows} scroller={scroller} />
        ) : (
          <MatrixSkeletonRows
            groups={heads.map(({ columns }) => columns.map(({ key }) => key))}
            cellHeight={CELL_HEIGHT}
          />
        )
      }
      below={children}
    />
  );
}
