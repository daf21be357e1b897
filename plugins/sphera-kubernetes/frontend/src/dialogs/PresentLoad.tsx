import { Text } from '@backstage/ui';
import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import { metricNow, metricTarget } from '../tab/metricWords';

/** How much there is to do now, by what the autoscaler goes by. */
export function PresentLoad(props: { autoscaler: Autoscaler }) {
  const { metrics, currentReplicas, desiredReplicas } = props.autoscaler;
  const load = metrics.map(
    metric =>
      `${metric.name} ${metricNow(metric)}, target ${metricTarget(metric)}`,
  );
  const pods =
    currentReplicas === 1 ? '1 pod runs' : `${currentReplicas} pods run`;
  const run =
    currentReplicas === desiredReplicas
      ? pods
      : `${pods}, ${desiredReplicas} are called for`;
  return <Text color="secondary">Now: {[run, ...load].join(' · ')}</Text>;
}
