import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';
import { listDeployments, listDrift } from '@sphera/plugin-kubernetes-common';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { DeploymentList } from './DeploymentList';
import styles from './DeploymentsTab.module.css';
import { DeploymentView } from './DeploymentView';
import { NoDeployments } from './NoDeployments';
import { ViewSkeleton } from './ViewSkeleton';
import { useSelection } from './useSelection';

const MOST_DEPLOYMENTS = 200;

/** Everything that runs of the service whose page it is on, and one deployment of it closely. */
export function DeploymentsTab() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const question = { service, limit: MOST_DEPLOYMENTS };
  const deployments = useOperation(listDeployments, question);
  const drift = useOperation(listDrift, question);
  const items = deployments.data?.items ?? [];
  const { asked, selected } = useSelection(items);
  const failure = deployments.error && (
    <FailedState
      what={deployments.data ? 'Newer facts' : 'Deployments'}
      error={deployments.error}
      onRetry={() => deployments.refetch()}
    />
  );
  if (failure && !deployments.data) return failure;
  if (!deployments.data) return <ViewSkeleton what="Deployments" />;
  if (items.length === 0) return <NoDeployments entity={entity} />;
  return (
    <div className={styles.tab}>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {failure}
      <div className={styles.columns}>
        <DeploymentList
          deployments={items}
          totalItems={deployments.data.totalItems}
          drift={drift.data?.items ?? []}
          selected={selected}
        />
        <div className={styles.view}>
          {selected ? (
            <DeploymentView
              key={`${selected.cluster}/${selected.namespace}/${selected.name}`}
              deployment={selected}
            />
          ) : (
            <Alert
              status="warning"
              icon
              title={`${asked?.name} is not in ${asked?.cluster}`}
              description={`This service has no such deployment in the namespace ${asked?.namespace}, or has none any more. Choose another one.`}
            />
          )}
        </div>
      </div>
    </div>
  );
}
