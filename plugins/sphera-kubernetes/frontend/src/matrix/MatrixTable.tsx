import { VisuallyHidden } from '@backstage/ui';
import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import {
  MatrixSkeletonRows,
  matrixStyles as styles,
  useArrowKeys,
  useInAppLinks,
  useRoomBelow,
} from '@sphera/plugin-operations-react';
import { CSSProperties, ReactNode, useId, useRef } from 'react';
import type { ColumnGroup } from './columns';
import { MatrixHead } from './MatrixHead';
import { MatrixRows } from './MatrixRows';

/** In pixels: as high as a cell. */
const CELL_HEIGHT = 49;

/** All services by all clusters, where the screen is wide enough. */
export function MatrixTable(props: {
  /** Absent while they load for the first time. */
  rows?: ServiceDeployments[];
  groups: ColumnGroup[];
  /** What people call the owners of a service. */
  ownersInWords(owners: string[]): string;
  /** Whether the rows answer an earlier question while this one is under way. */
  isStale: boolean;
  /** Below the last row. */
  children?: ReactNode;
}) {
  const { rows, groups, isStale, children } = props;
  const scroller = useRoomBelow();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useArrowKeys(table);
  const onClick = useInAppLinks();
  const keysId = useId();
  const columns = groups.flatMap(group => group.columns).length;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      aria-busy={!rows || isStale}
    >
      <VisuallyHidden id={keysId}>
        Arrow keys move between cells, Enter opens.
      </VisuallyHidden>
      {/* A grid takes keys and clicks on behalf of its cells. */}
      <table
        ref={table}
        role="grid"
        aria-label="Services by cluster"
        aria-describedby={keysId}
        className={isStale ? `${styles.table} ${styles.earlier}` : styles.table}
        style={{ '--columns': columns } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead groups={groups} />
        <tbody>
          {rows ? (
            <MatrixRows {...props} rows={rows} scroller={scroller} />
          ) : (
            <MatrixSkeletonRows
              groups={groups.map(group =>
                group.columns.map(({ cluster }) => cluster),
              )}
              cellHeight={CELL_HEIGHT}
            />
          )}
        </tbody>
      </table>
      {children && <div className={styles.below}>{children}</div>}
    </div>
  );
}
