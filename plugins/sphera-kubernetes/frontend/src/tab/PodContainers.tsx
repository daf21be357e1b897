import type { Pod } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import styles from './Pods.module.css';

type Container = Pod['containers'][number];

/** The containers of a pod, where there is more to say of them than of the pod. */
export function PodContainers(props: { containers: readonly Container[] }) {
  const { containers } = props;
  const isWorthwhile =
    containers.length > 1 ||
    containers.some(({ ready, lastExit }) => !ready || lastExit);
  if (!isWorthwhile) return null;
  return (
    <ul className={styles.containers} aria-label="Containers">
      {containers.map(container => (
        <li key={container.name}>
          <strong>{container.name}</strong> {stateInWords(container)}
          <LastExit container={container} />
        </li>
      ))}
    </ul>
  );
}

function stateInWords({ state, reason, ready, restarts }: Container): string {
  const how = reason && reason !== 'Completed' ? `${state} (${reason})` : state;
  const readiness = state === 'running' && !ready ? ', not ready' : '';
  const again = restarts > 0 ? `, restarted ${restarts}×` : '';
  return `${how}${readiness}${again}`;
}

function LastExit({ container: { lastExit } }: { container: Container }) {
  if (!lastExit) return null;
  const { code, reason, at } = lastExit;
  return (
    <>
      {' '}
      · ended with exit code {code}
      {reason && ` (${reason})`}
      {at && (
        <>
          {' '}
          <TimeAgo time={at} />
        </>
      )}
    </>
  );
}
