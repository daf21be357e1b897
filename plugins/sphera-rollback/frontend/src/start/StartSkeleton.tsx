import { Skeleton } from '@backstage/ui';
import styles from './start.module.css';

/** Where environments, versions and the plan are about to be. */
export function StartSkeleton() {
  return (
    <div role="status" aria-label="Versions are loading">
      <div className={styles.columns}>
        <Skeleton height={480} width="100%" />
        <Skeleton height={480} width="100%" />
      </div>
    </div>
  );
}
