import { Skeleton } from '@backstage/ui';
import styles from './tab.module.css';

/** Where a life cycle is about to be. */
export function TabSkeleton() {
  return (
    <div
      role="status"
      aria-label="The life cycle is loading"
      className={styles.tab}
    >
      <Skeleton height={112} width="100%" />
      <Skeleton height={120} width="100%" />
      <Skeleton height={280} width="100%" />
    </div>
  );
}
