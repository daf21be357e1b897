import { MendButton } from '../parts/MendButton';
import { CellPlace, CellStanding, CellTold } from './CellParts';
import type { CellsProps } from './Cells';
import styles from '../parts/FactsList.module.css';
import { isMendable } from './cells';

/** Clusters of a flag, one below the other, where the screen is too narrow for a table. */
export function CellsList(props: CellsProps) {
  const { flag, service, cells, named } = props;
  return (
    <ul className={styles.rows} aria-label="Clusters">
      {cells.map(cell => {
        const { cluster, wanted, reported } = cell;
        return (
          <li key={cluster} className={styles.row}>
            <div>
              <CellPlace cell={cell} isNamed={cluster === named} />
            </div>
            <div>
              <CellStanding cell={cell} />
            </div>
            <dl className={styles.facts}>
              <div>
                <dt>Wanted</dt>
                <dd>
                  <CellTold of={wanted} />
                </dd>
              </div>
              <div>
                <dt>Reported</dt>
                <dd>
                  <CellTold of={reported} />
                </dd>
              </div>
            </dl>
            {isMendable(cell) && <MendButton of={{ flag, cluster, service }} />}
          </li>
        );
      })}
    </ul>
  );
}
