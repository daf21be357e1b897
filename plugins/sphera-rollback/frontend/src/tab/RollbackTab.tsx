import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { getLayout } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useSearchParams } from 'react-router-dom';
import { NoLayout } from '../parts/NoLayout';
import { environmentInWords } from '../parts/placeWords';
import { RunningRollback } from '../parts/RunningRollback';
import { EnvironmentCard } from './EnvironmentCard';
import { EnvironmentHistory } from './EnvironmentHistory';
import { LatestRollbacks } from './LatestRollbacks';
import { mostImportant } from './mostImportant';
import { TabSkeleton } from './TabSkeleton';
import styles from './tab.module.css';

/** What is to run of the service whose page it is on, what was to run before, and the way back to it. */
export function RollbackTab() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const [query, setQuery] = useSearchParams();
  const fleet = useFleet();
  const layout = useOperation(getLayout, { service });
  const failure = layout.error && (
    <FailedState
      what={layout.data ? 'Newer facts' : 'Versions'}
      error={layout.error}
      onRetry={() => layout.refetch()}
    />
  );
  if (failure && !layout.data) return failure;
  if (!layout.data) return <TabSkeleton />;
  const { environments } = layout.data;
  const usable = environments.filter(({ files }) => files.length > 0);
  if (usable.length === 0)
    return (
      <NoLayout environments={environments} onRetry={() => layout.refetch()} />
    );
  const wanted = query.get('environment');
  const shown =
    environments.find(({ environment }) => environment === wanted) ??
    mostImportant(fleet, usable);
  return (
    <div className={styles.tab}>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {failure}
      {environments.map(
        ({ environment, active }) =>
          active && (
            <RunningRollback
              key={environment}
              active={active}
              environment={environmentInWords(fleet, environment)}
            />
          ),
      )}
      <div className={styles.cards}>
        {environments.map(one => (
          <EnvironmentCard
            key={one.environment}
            service={service}
            layout={one}
            isShown={one === shown}
            onShow={() =>
              setQuery({ environment: one.environment }, { replace: true })
            }
          />
        ))}
      </div>
      <EnvironmentHistory
        key={shown.environment}
        service={service}
        layout={shown}
      />
      <LatestRollbacks service={service} />
    </div>
  );
}
