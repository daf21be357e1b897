import { Skeleton } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import {
  countOf,
  EmptyState,
  FailedState,
  problemsOf,
  Section,
} from '@sphera/plugin-operations-react';
import type { SetPlan } from '@sphera/plugin-rollback-common';
import { useState } from 'react';
import { PlanChanges } from '../plan/PlanChanges';
import { PlannedService } from './PlannedService';
import styles from './set.module.css';
import { StartSetForm } from './StartSetForm';
import { setPlanDifferences } from './setPlanDifferences';
import { StayingServices } from './StayingServices';

/** What bringing a system back would change, which services one wants, and the button. */
export function SetPlanPane(props: {
  plan: SetPlan | undefined;
  error: Error | null;
  reload(): void;
}) {
  const { plan, error, reload } = props;
  // What one has decided; the others go along where they can.
  const [decided, setDecided] = useState<Record<string, boolean>>({});
  const [seen, setSeen] = useState(plan);
  if (plan && !seen) setSeen(plan);
  if (!plan) {
    if (error && problemsOf(error).some(({ field }) => field === 'at')) {
      return null;
    }
    if (error) {
      return <FailedState what="The changes" error={error} onRetry={reload} />;
    }
    return (
      <div role="status" aria-label="The changes are being worked out">
        <Skeleton height={240} width="100%" />
      </div>
    );
  }
  const { plans, others } = plan;
  const isChosen = (one: SetPlan['plans'][number]) =>
    one.obstacles.length === 0 && (decided[one.service] ?? true);
  return (
    <div className={styles.pane}>
      {error && (
        <FailedState what="Newer changes" error={error} onRetry={reload} />
      )}
      <PlanChanges
        changes={seen ? setPlanDifferences(seen, plan) : []}
        onAccept={() => setSeen(plan)}
      />
      {plans.length === 0 ? (
        <EmptyState
          icon={
            <RiCheckDoubleLine
              size={32}
              color="var(--bui-fg-positive)"
              aria-hidden
            />
          }
          title="Nothing to bring back"
          description="Every service of this system that can be rolled back is to run now what ran then."
        />
      ) : (
        <>
          <Section
            title="What changes"
            note={countOf(plans.length, 'service', 'services')}
          >
            <ul className={styles.plans} aria-label="Services to roll back">
              {plans.map(one => (
                <PlannedService
                  key={one.service}
                  plan={one}
                  isChosen={isChosen(one)}
                  onChoose={isWanted =>
                    setDecided(all => ({ ...all, [one.service]: isWanted }))
                  }
                />
              ))}
            </ul>
          </Section>
          <StartSetForm
            plan={plan}
            chosen={plans.filter(isChosen)}
            onConflict={reload}
          />
        </>
      )}
      {others.length > 0 && <StayingServices others={others} />}
    </div>
  );
}
