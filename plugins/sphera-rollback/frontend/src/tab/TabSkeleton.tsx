import { Skeleton } from '@backstage/ui';
import styles from './tab.module.css';

/** Where environments and versions are about to be. */
export function TabSkeleton() {
  return (
    <div role="status" aria-label="Versions are loading" className={styles.tab}>
      <div className={styles.cards}>
        <Skeleton height={132} width="100%" />
        <Skeleton height={132} width="100%" />
      </div>
      <Skeleton height={220} width="100%" />
      <Skeleton height={320} width="100%" />
    </div>
  );
}
