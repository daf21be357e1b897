import { Skeleton } from '@backstage/ui';
import styles from './board.module.css';

/** Where the board is about to be. */
export function BoardSkeleton() {
  return (
    <div
      role="status"
      aria-label="Life cycles are loading"
      className={styles.board}
    >
      {[1, 2, 3, 4].map(place => (
        <div key={place} className={styles.column}>
          <Skeleton height={320} width="100%" />
        </div>
      ))}
    </div>
  );
}
