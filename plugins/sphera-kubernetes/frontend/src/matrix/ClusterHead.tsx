import { RiLoader4Line, RiWifiOffLine } from '@remixicon/react';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import type { MatrixColumn } from './columns';

/** A cluster above its column, and how well it is seen. */
export function ClusterHead(props: { column: MatrixColumn }) {
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
