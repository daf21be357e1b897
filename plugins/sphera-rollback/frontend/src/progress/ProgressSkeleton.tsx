import { Skeleton } from '@backstage/ui';
import styles from './progress.module.css';

/** Where a rollback is about to be. */
export function ProgressSkeleton() {
  return (
    <div
      role="status"
      aria-label="The rollback is loading"
      className={styles.page}
    >
      <Skeleton height={96} width="60%" />
      <Skeleton height={148} width="100%" />
      <Skeleton height={180} width="100%" />
    </div>
  );
}
