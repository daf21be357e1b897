import { Box, Skeleton, Text } from '@backstage/ui';
import { FailedState, sectionFrame } from '@sphera/plugin-operations-react';
import { PlanChanges } from '../plan/PlanChanges';
import { PlanView } from '../plan/PlanView';
import { PlanHead } from './PlanHead';
import { StartForm } from './StartForm';
import styles from './start.module.css';
import { usePlan, type Wish } from './usePlan';

/** What a rollback would do, and the button that does it. */
export function PlanPane(props: {
  /** Undefined: no version is chosen. */
  wish: Wish | undefined;
  /** Whether a version is about to be suggested. */
  isWaiting: boolean;
}) {
  const { wish, isWaiting } = props;
  const plans = usePlan(wish);
  const { plan, error, isStale } = plans;
  if (!wish && !isWaiting) {
    return (
      <div className={styles.pane}>
        <Text color="secondary">
          No version is suggested: none before the present one ran well. Choose
          one, and what it would change stands here.
        </Text>
      </div>
    );
  }
  return (
    <div className={styles.pane} aria-busy={isStale || !plan}>
      {error && (!plan || isStale) && (
        <FailedState what="The changes" error={error} onRetry={plans.reload} />
      )}
      {!plan && !error && <PlanSkeleton />}
      {plan && !(error && isStale) && (
        <>
          <PlanChanges changes={plans.changes} onAccept={plans.accept} />
          <div className={styles.earlier} data-stale={isStale || undefined}>
            <PlanHead plan={plan} />
            <PlanView plan={plan} />
          </div>
          <StartForm
            plan={plan}
            regions={wish?.regions}
            isStale={isStale}
            onConflict={plans.reload}
          />
        </>
      )}
    </div>
  );
}

function PlanSkeleton() {
  return (
    <div
      role="status"
      aria-label="The changes are being worked out"
      className={styles.earlier}
    >
      <Skeleton height={48} width="60%" />
      <Box bg="neutral" className={sectionFrame}>
        <Skeleton height={24} width="30%" />
        <Skeleton height={160} width="100%" />
      </Box>
      <Box bg="neutral" className={sectionFrame}>
        <Skeleton height={24} width="30%" />
        <Skeleton height={96} width="100%" />
      </Box>
    </div>
  );
}
