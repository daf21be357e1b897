import { VisuallyHidden } from '@backstage/ui';
import {
  useArrowKeys,
  useInAppLinks,
  useRoomBelow,
} from '@sphera/plugin-operations-react';
import type { SecretRow } from '@sphera/plugin-secrets-common';
import { CSSProperties, ReactNode, useId, useRef } from 'react';
import type { PlaceGroup } from '../parts/placeGroups';
import type { Question, Selection } from './address';
import { MatrixHead } from './MatrixHead';
import { MatrixRows } from './MatrixRows';
import styles from './SecretsMatrix.module.css';

/** What draws the secrets of a service: a matrix, or cards where it is narrow. */
export interface SecretsListProps {
  rows: SecretRow[];
  groups: PlaceGroup[];
  question: Question;
  selection?: Selection;
  /** Whether the rows answer an earlier question while this one is under way. */
  isStale: boolean;
  /** Below the last row. */
  children?: ReactNode;
}

/** Secrets by places, where the screen is wide enough. */
export function SecretsMatrix(props: SecretsListProps) {
  const { groups, isStale, children } = props;
  const scroller = useRoomBelow();
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = useArrowKeys(table);
  const onClick = useInAppLinks();
  const keysId = useId();
  const columns = groups.flatMap(({ places }) => places).length;
  return (
    <div ref={scroller} className={styles.scroller} aria-busy={isStale}>
      <VisuallyHidden id={keysId}>
        Arrow keys move between cells, Enter opens.
      </VisuallyHidden>
      {/* A grid takes keys and clicks on behalf of its cells. */}
      <table
        ref={table}
        role="grid"
        aria-label="Secrets by environment and region"
        aria-describedby={keysId}
        className={isStale ? `${styles.table} ${styles.earlier}` : styles.table}
        style={{ '--columns': columns } as CSSProperties}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <MatrixHead groups={groups} />
        <tbody>
          <MatrixRows {...props} scroller={scroller} />
        </tbody>
      </table>
      {children && <div className={styles.below}>{children}</div>}
    </div>
  );
}
