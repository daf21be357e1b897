import { Skeleton } from '@backstage/ui';
import styles from './creation.module.css';

/** Where a creation is about to be. */
export function CreationSkeleton() {
  return (
    <div
      role="status"
      aria-label="The creation is loading"
      className={styles.page}
    >
      <Skeleton height={96} width="60%" />
      <Skeleton height={420} width="100%" />
    </div>
  );
}
