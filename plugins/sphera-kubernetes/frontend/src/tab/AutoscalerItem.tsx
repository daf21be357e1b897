import { Alert, Text } from '@backstage/ui';
import {
  Autoscaler,
  setAutoscalerBounds,
} from '@sphera/plugin-kubernetes-common';
import {
  FactsTable,
  OperationButton,
  Section,
  useMay,
} from '@sphera/plugin-operations-react';
import { lockedInWords } from '../dialogs/lockedInWords';
import { useDeploymentDialogs } from '../dialogs/useDeploymentDialogs';
import { useLockInTheWay } from '../dialogs/useLockInTheWay';
import { ReplicaRange } from '../parts/ReplicaRange';
import { BoundsOverride } from './BoundsOverride';
import { metricNow, metricTarget } from './metricWords';

/** An autoscaler: how many pods it may run, how many it does, what it goes by. */
export function AutoscalerItem(props: { autoscaler: Autoscaler }) {
  const { autoscaler } = props;
  const { name, service, environment, region, cluster } = autoscaler;
  const { metrics, limited, trouble, override } = autoscaler;
  const dialogs = useDeploymentDialogs();
  const lock = useLockInTheWay('scale', autoscaler);
  const target = { service, environment, region, cluster };
  const mayChange = useMay(setAutoscalerBounds, target);
  const inTheWay = autoscaler.stale
    ? 'Its cluster does not answer, so its bounds cannot be changed now.'
    : lock && lockedInWords('scale', lock);
  const obstacle = mayChange
    ? inTheWay
    : 'Changing its bounds is not open to you.';
  return (
    <Section
      title="Autoscaler"
      note={name}
      actions={
        <OperationButton
          operation={setAutoscalerBounds}
          target={target}
          variant="secondary"
          isDisabled={Boolean(obstacle)}
          onPress={() => dialogs.changeBounds(autoscaler)}
        >
          Change bounds
        </OperationButton>
      }
    >
      {obstacle && <Text color="secondary">{obstacle}</Text>}
      <Text>{sizeInWords(autoscaler)}</Text>
      <ReplicaRange range={autoscaler} />
      {metrics.length > 0 && (
        <FactsTable
          label="What it goes by"
          columns={['Metric', 'Now', 'Target']}
          rows={metrics.map(metric => ({
            key: metric.name,
            cells: [metric.name, metricNow(metric), metricTarget(metric)],
          }))}
        />
      )}
      {trouble && <Alert status="danger" icon title={trouble} />}
      {limited && <Alert status="warning" icon title={limited} />}
      {override && <BoundsOverride override={override} />}
    </Section>
  );
}

function sizeInWords(autoscaler: Autoscaler): string {
  const { minReplicas, maxReplicas, currentReplicas, desiredReplicas } =
    autoscaler;
  const pods = currentReplicas === 1 ? '1 pod' : `${currentReplicas} pods`;
  const wanted =
    desiredReplicas === currentReplicas
      ? ''
      : `, the load calls for ${desiredReplicas}`;
  return `${pods} now${wanted}; from ${minReplicas} to ${maxReplicas} may run.`;
}
