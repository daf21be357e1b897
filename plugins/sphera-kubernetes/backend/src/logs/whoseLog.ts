import { NotFoundError } from '@backstage/errors';
import { FieldError, listed } from '@sphera/plugin-operations-node';
import type { FleetMemory } from '../fleet/FleetMemory';
import { findDeploymentOfPod } from '../reading/find';
import { mainNames, mainOf } from '../reading/version';

/** Which log is asked for. */
export interface LogQuestion {
  cluster: string;
  namespace: string;
  pod: string;
  /** Absent: the main one. */
  container?: string;
  /** The run before the last restart. */
  previous: boolean;
}

/**
 * The container whose log is asked for.
 * @throws NotFoundError where there is no such pod, or no earlier run; FieldError naming the containers there are
 */
export function containerAskedFor(
  memory: FleetMemory,
  question: LogQuestion,
): string {
  const { cluster, namespace, pod: podName, previous } = question;
  const { deployment } = findDeploymentOfPod(memory, question);
  const { containers } = memory.pod(cluster, namespace, podName)!.pod;
  const container =
    question.container === undefined
      ? mainOf(containers, ({ name }) => name, mainNames(deployment))
      : containers.find(({ name }) => name === question.container);
  if (!container) {
    throw question.container === undefined
      ? new NotFoundError(
          `The pod ${podName} has no container yet, so there is no log. Try again in a moment`,
        )
      : new FieldError(
          'container',
          `must be a container of the pod ${podName}: it has ${listed(
            containers.map(({ name }) => name),
          )}`,
        );
  }
  if (previous && container.restarts === 0 && !container.lastExit) {
    throw new NotFoundError(
      `The container ${container.name} of the pod ${podName} runs for the first time: there is no log of an earlier run`,
    );
  }
  return container.name;
}
