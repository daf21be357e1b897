import {
  Matrix,
  MatrixHead,
  MatrixSkeletonRows,
} from '@sphera/plugin-operations-react';
import { ColumnHead } from './ColumnHead';
import type { ColumnGroup } from './columns';
import type { FlagsMatrixProps } from './FlagsMatrix';
import { MatrixRows } from './MatrixRows';

const HEAD_WIDTH = '19rem';
/** In pixels: as high as a cell with a value, and the room for a mark. */
const CELL_HEIGHT = 52;

/** All flags by all clusters, where the screen is wide enough. */
export function FlagsTable(
  props: FlagsMatrixProps & { groups: ColumnGroup[] },
) {
  const { rows, groups, isStale, onToggle, children } = props;
  const heads = groups.map(({ environment, title, columns }) => ({
    key: environment,
    title,
    columns: columns.map(column => ({
      key: column.key,
      head: (
        <ColumnHead
          column={column}
          environmentTitle={title}
          onToggle={onToggle}
        />
      ),
    })),
  }));
  return (
    <Matrix
      label="Flags by cluster"
      columns={groups.flatMap(({ columns }) => columns).length}
      rowHeadWidth={HEAD_WIDTH}
      isLoading={!rows}
      isStale={isStale}
      head={<MatrixHead corner="Flag" groups={heads} />}
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
