import { Button } from '@backstage/ui';
import {
  RiArrowLeftRightLine,
  RiContractLeftRightLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import type { ColumnGroup, MatrixColumn } from './columns';
import own from './MatrixHead.module.css';

/** The head of the matrix: environments, and below each its clusters by region. */
export function MatrixHead(props: {
  groups: ColumnGroup[];
  /** Opens or closes a place. */
  onToggle(place: string): void;
}) {
  const { groups, onToggle } = props;
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          Flag
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
        {groups.map(({ columns, title }) =>
          columns.map((column, index) => (
            <th
              key={column.key}
              scope="col"
              className={
                index === 0
                  ? `${styles.cluster} ${styles.firstOfGroup}`
                  : styles.cluster
              }
            >
              <ColumnHead
                column={column}
                environmentTitle={title}
                onToggle={onToggle}
              />
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function ColumnHead(props: {
  column: MatrixColumn;
  environmentTitle: string;
  onToggle(place: string): void;
}) {
  const { column, environmentTitle, onToggle } = props;
  const { regionTitle, name, clusters, silent, opens, closes } = column;
  const place = opens ?? closes;
  const where = `${environmentTitle}, ${regionTitle}`;
  return (
    <span className={own.column}>
      <span>
        <span className={styles.region}>
          {regionTitle}
          {silent > 0 && (
            <RiWifiOffLine size={14} role="img" aria-label={silence(column)} />
          )}
        </span>
        <span className={styles.clusterName} title={clusters[0]}>
          {name}
        </span>
      </span>
      {place && (
        <Button
          size="small"
          variant="tertiary"
          className={own.toggle}
          aria-expanded={Boolean(closes)}
          aria-label={`${closes ? 'Hide' : 'Show'} the clusters of ${where}`}
          iconStart={
            closes ? <RiContractLeftRightLine /> : <RiArrowLeftRightLine />
          }
          onPress={() => onToggle(place)}
        />
      )}
    </span>
  );
}

function silence({ clusters, silent }: MatrixColumn): string {
  return clusters.length === 1
    ? 'is silent'
    : `${silent.toLocaleString('en')} are silent`;
}
