import { Deployment, getDeployment } from '@sphera/plugin-kubernetes-common';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { LogsPanel } from '../logs/LogsPanel';
import { useLogAddress } from '../logs/useLogAddress';
import { Autoscalers } from './Autoscalers';
import { Conditions } from './Conditions';
import { Containers } from './Containers';
import { DeploymentHead } from './DeploymentHead';
import { DisruptionBudgets } from './DisruptionBudgets';
import { DriftNotes } from './DriftNotes';
import { Events } from './Events';
import { Pods } from './Pods';
import { Revisions } from './Revisions';
import { ViewSkeleton } from './ViewSkeleton';

const WHILE_IT_RESTARTS_MS = 3_000;

/** One deployment closely, live. */
export function DeploymentView(props: {
  /** As the list has it, until more is known. */
  deployment: Deployment;
}) {
  const { cluster, namespace, name } = props.deployment;
  const place = { cluster, namespace, name };
  const log = useLogAddress(place);
  const details = useOperation(getDeployment, place, {
    askAgainIn: ({ restart }) =>
      restart?.state === 'rolling' ? WHILE_IT_RESTARTS_MS : undefined,
  });
  const { data } = details;
  return (
    <>
      <DeploymentHead deployment={data ?? props.deployment} details={data} />
      {!data && details.error && (
        <FailedState
          what="Details"
          error={details.error}
          onRetry={() => details.refetch()}
        />
      )}
      {!data && !details.error && <ViewSkeleton what="Details" />}
      {data && (
        <>
          <DriftNotes drift={data.drift} />
          <Pods deployment={data} onLogs={log.open} />
          <Autoscalers autoscalers={data.autoscalers} />
          <Events deployment={data} />
          <Revisions history={data.history} />
          <Containers containers={data.containers} />
          <Conditions conditions={data.conditions} />
          <DisruptionBudgets budgets={data.disruptionBudgets} />
        </>
      )}
      {log.address && (
        <LogsPanel
          place={place}
          pod={data?.pods.find(pod => pod.name === log.address?.pod)}
          address={log.address}
          onChange={log.change}
          onClose={log.close}
        />
      )}
    </>
  );
}
