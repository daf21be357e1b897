import { Skeleton } from '@backstage/ui';
import { matrixStyles as styles } from './matrixStyles';

const ROWS = [1, 2, 3, 4, 5, 6];

/** Rows of a matrix where its contents are about to be. */
export function MatrixSkeletonRows(props: {
  /** The columns that stand together, each by its key. */
  groups: string[][];
  /** As high as a cell will be, in pixels, so that little moves. */
  cellHeight: number;
}) {
  const { groups, cellHeight } = props;
  return (
    <>
      {ROWS.map(row => (
        <tr key={row} aria-hidden>
          <th className={styles.rowHead}>
            <Skeleton width="70%" height={16} />
          </th>
          {groups.map(columns =>
            columns.map((key, at) => (
              <td
                key={key}
                className={at === 0 ? styles.firstOfGroup : undefined}
              >
                <Skeleton width="80%" height={cellHeight} />
              </td>
            )),
          )}
        </tr>
      ))}
    </>
  );
}
