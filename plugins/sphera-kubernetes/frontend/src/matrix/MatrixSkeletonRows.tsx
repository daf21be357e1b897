import { Skeleton } from '@backstage/ui';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import type { ColumnGroup } from './columns';

const ROWS = [1, 2, 3, 4, 5, 6];
// As high as a cell, so that little moves when they come.
const CELL_HEIGHT = 49;

/** Rows where services are about to be. */
export function MatrixSkeletonRows(props: { groups: ColumnGroup[] }) {
  return (
    <>
      {ROWS.map(row => (
        <tr key={row} aria-hidden>
          <th className={styles.rowHead}>
            <Skeleton width="70%" height={16} />
          </th>
          {props.groups.map(({ columns }) =>
            columns.map(({ cluster }, at) => (
              <td
                key={cluster}
                className={at === 0 ? styles.firstOfGroup : undefined}
              >
                <Skeleton width="80%" height={CELL_HEIGHT} />
              </td>
            )),
          )}
        </tr>
      ))}
    </>
  );
}
