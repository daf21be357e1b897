import { FactsTable } from '@sphera/plugin-operations-react';
import { MendButton } from '../parts/MendButton';
import { CellPlace, CellStanding, CellTold } from './CellParts';
import type { CellsProps } from './Cells';
import { isMendable } from './cells';
import styles from './CellsTable.module.css';

const FACTS = ['Cluster', 'State', 'Wanted', 'Reported'];

/** Clusters of a flag, one a row. */
export function CellsTable(props: CellsProps) {
  const { flag, service, cells, named } = props;
  // A column for buttons only where there are any.
  const canMend = cells.some(isMendable);
  return (
    <div className={styles.cells}>
      <FactsTable
        label="Clusters"
        columns={canMend ? [...FACTS, ''] : FACTS}
        rows={cells.map(cell => {
          const { cluster, wanted, reported } = cell;
          const facts = [
            <CellPlace cell={cell} isNamed={cluster === named} />,
            <CellStanding cell={cell} />,
            <CellTold of={wanted} />,
            <CellTold of={reported} />,
          ];
          const mend = isMendable(cell) && (
            <MendButton of={{ flag, cluster, service }} />
          );
          return { key: cluster, cells: canMend ? [...facts, mend] : facts };
        })}
      />
    </div>
  );
}
