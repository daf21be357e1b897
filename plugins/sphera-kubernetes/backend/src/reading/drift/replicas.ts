import { counted } from '@sphera/plugin-operations-node';
import type { Running, UndatedDrift } from './Running';

/** Deployments whose wanted pods are outside their autoscaler's bounds. */
export function replicasDrift(running: readonly Running[]): UndatedDrift[] {
  return running.flatMap(({ answer, autoscalers }) =>
    autoscalers
      .filter(
        ({ min, max }) =>
          answer.replicas.desired < min || answer.replicas.desired > max,
      )
      .map(({ min, max }): UndatedDrift => {
        const { service, environment, region, cluster, namespace, name } =
          answer;
        const wanted = counted(answer.replicas.desired, 'pod');
        return {
          ...{ service, environment, region, cluster, namespace, name },
          kind: 'replicas',
          sentence: `${name} wants ${wanted} in ${cluster}, while its autoscaler allows ${min} to ${max}`,
          clusters: [{ cluster, value: wanted }],
        };
      }),
  );
}
