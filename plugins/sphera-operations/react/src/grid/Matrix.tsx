import { VisuallyHidden } from '@backstage/ui';
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useId,
  useRef,
} from 'react';
import { matrixStyles as styles } from './matrixStyles';
import { useArrowKeys } from './useArrowKeys';
import { useInAppLinks } from './useInAppLinks';
import { useRoomBelow } from './useRoomBelow';

/**
 * A table of many rows and columns whose head and first column stay while the rest moves, and in which arrow keys lead from
 * cell to cell.
 */
export function Matrix(props: {
  /** What it shows, for who cannot see it. */
  label: string;
  /** How many columns there are beside the heads of rows. */
  columns: number;
  /** How wide the heads of rows are, in CSS; absent: as usual. */
  rowHeadWidth?: string;
  isLoading: boolean;
  /** Whether the rows answer an earlier question while this one is under way. */
  isStale: boolean;
  /** A `MatrixHead`. */
  head: ReactNode;
  /** The rows; they scroll in what they are given. */
  rows(scroller: RefObject<HTMLElement>): ReactNode;
  /** Below the last row. */
  below?: ReactNode;
}) {
  const { label, columns, rowHeadWidth, isLoading, isStale, below } = props;
  const scroller = useRoomBelow();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useArrowKeys(table);
  const onClick = useInAppLinks();
  const keysId = useId();
  const look = {
    '--columns': columns,
    ...(rowHeadWidth && { '--row-head-width': rowHeadWidth }),
  };
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      aria-busy={isLoading || isStale}
    >
      <VisuallyHidden id={keysId}>
        Arrow keys move between cells, Enter opens.
      </VisuallyHidden>
      {/* A grid takes keys and clicks on behalf of its cells. */}
      <table
        ref={table}
        role="grid"
        aria-label={label}
        aria-describedby={keysId}
        className={isStale ? `${styles.table} ${styles.earlier}` : styles.table}
        style={look as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {props.head}
        <tbody>{props.rows(scroller)}</tbody>
      </table>
      {below && <div className={styles.below}>{below}</div>}
    </div>
  );
}
