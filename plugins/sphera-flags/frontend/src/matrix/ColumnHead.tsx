import { Button } from '@backstage/ui';
import {
  RiArrowLeftRightLine,
  RiContractLeftRightLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import own from './ColumnHead.module.css';
import type { MatrixColumn } from './columns';

/** The clusters of a column above it, with the way to each of them where they are many. */
export function ColumnHead(props: {
  column: MatrixColumn;
  environmentTitle: string;
  /** Opens or closes a place. */
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
    : `${silent.toLocaleString('en')} ${silent === 1 ? 'is' : 'are'} silent`;
}
