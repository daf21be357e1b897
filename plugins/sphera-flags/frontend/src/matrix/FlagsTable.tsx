import { VisuallyHidden } from '@backstage/ui';
import {
  MatrixSkeletonRows,
  matrixStyles as styles,
  useArrowKeys,
  useInAppLinks,
  useRoomBelow,
} from '@sphera/plugin-operations-react';
import { type CSSProperties, useId, useRef } from 'react';
import type { FlagsMatrixProps } from './FlagsMatrix';
import type { ColumnGroup } from './columns';
import { MatrixHead } from './MatrixHead';
import { MatrixRows } from './MatrixRows';

const HEAD_WIDTH = '19rem';
/** In pixels: as high as a quiet cell. */
const CELL_HEIGHT = 31;

/** All flags by all clusters, where the screen is wide enough. */
export function FlagsTable(
  props: FlagsMatrixProps & { groups: ColumnGroup[] },
) {
  const { rows, groups, isStale, onToggle, children } = props;
  const scroller = useRoomBelow();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useArrowKeys(table);
  const onClick = useInAppLinks();
  const keysId = useId();
  const columns = groups.flatMap(group => group.columns).length;
  const look = { '--columns': columns, '--row-head-width': HEAD_WIDTH };
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
        aria-label="Flags by cluster"
        aria-describedby={keysId}
        className={isStale ? `${styles.table} ${styles.earlier}` : styles.table}
        style={look as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead groups={groups} onToggle={onToggle} />
        <tbody>
          {rows ? (
            <MatrixRows {...props} rows={rows} scroller={scroller} />
          ) : (
            <MatrixSkeletonRows
              groups={groups.map(group => group.columns.map(({ key }) => key))}
              cellHeight={CELL_HEIGHT}
            />
          )}
        </tbody>
      </table>
      {children && <div className={styles.below}>{children}</div>}
    </div>
  );
}
