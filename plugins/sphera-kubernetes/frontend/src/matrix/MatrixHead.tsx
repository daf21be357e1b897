import { RiLoader4Line, RiWifiOffLine } from '@remixicon/react';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import type { ColumnGroup, MatrixColumn } from './columns';

/** The head of the matrix: environments, and below each its clusters by region. */
export function MatrixHead(props: { groups: ColumnGroup[] }) {
  const { groups } = props;
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          Service
        </th>
        {groups.map(({ environment, title, columns }) => (
          <th
            key={environment}
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
          columns.map((column, index) => (
            <th
              key={column.cluster}
              scope="col"
              className={
                index === 0
                  ? `${styles.cluster} ${styles.firstOfGroup}`
                  : styles.cluster
              }
            >
              <ClusterHead column={column} />
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function ClusterHead(props: { column: MatrixColumn }) {
  const { cluster, regionTitle, state } = props.column;
  return (
    <>
      <span className={styles.region}>
        {regionTitle}
        {state === 'lost' && (
          <RiWifiOffLine size={14} aria-label="does not answer" />
        )}
        {state === 'connecting' && (
          <RiLoader4Line size={14} aria-label="is being connected" />
        )}
      </span>
      <span className={styles.clusterName}>{cluster}</span>
    </>
  );
}
