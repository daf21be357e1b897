import type { ReactNode } from 'react';
import { matrixStyles as styles } from './matrixStyles';

/** The columns of a matrix that stand under one head. */
export interface MatrixHeadGroup {
  key: string;
  title: string;
  columns: ReadonlyArray<{
    key: string;
    /** What stands above the column, in the look of `matrixStyles`. */
    head: ReactNode;
  }>;
}

/** The head of a matrix: groups, and below each its columns. */
export function MatrixHead(props: {
  /** Above the heads of rows. */
  corner: string;
  groups: readonly MatrixHeadGroup[];
}) {
  const { corner, groups } = props;
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          {corner}
        </th>
        {groups.map(({ key, title, columns }) => (
          <th
            key={key}
            scope="colgroup"
            colSpan={columns.length}
            className={styles.environment}
          >
            <span className={styles.environmentTitle}>{title}</span>
          </th>
        ))}
      </tr>
      <tr>
        {groups.map(({ columns }) =>
          columns.map(({ key, head }, index) => (
            <th
              key={key}
              scope="col"
              className={
                index === 0
                  ? `${styles.cluster} ${styles.firstOfGroup}`
                  : styles.cluster
              }
            >
              {head}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}
