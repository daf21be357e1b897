import { Text } from '@backstage/ui';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoopLeftLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import type { Restart } from '@sphera/plugin-kubernetes-common';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import styles from './DeploymentHead.module.css';

const SIGNS = {
  rolling: <RiLoopLeftLine size={18} aria-hidden />,
  done: (
    <RiCheckboxCircleFill
      size={18}
      color="var(--bui-fg-positive)"
      aria-hidden
    />
  ),
  failed: (
    <RiCloseCircleFill size={18} color="var(--bui-fg-negative)" aria-hidden />
  ),
  superseded: <RiSkipForwardLine size={18} aria-hidden />,
};

/** The latest restart through the portal: how far it is, or how it ended. */
export function RestartProgress(props: { restart: Restart }) {
  const { state, pods, sentence, startedBy, startedAt, reason } = props.restart;
  const isRolling = state === 'rolling';
  return (
    <div className={styles.restart}>
      <div className={styles.outcome} role="status">
        {SIGNS[state]}
        <Text weight={isRolling ? 'bold' : 'regular'}>{sentence}</Text>
      </div>
      {isRolling && (
        <div
          className={styles.track}
          role="progressbar"
          aria-label="New pods that are ready"
          aria-valuemin={0}
          aria-valuemax={pods.wanted}
          aria-valuenow={pods.ready}
        >
          <div
            className={styles.done}
            style={{
              transform: `scaleX(${pods.ready / Math.max(pods.wanted, 1)})`,
            }}
          />
        </div>
      )}
      <Text color="secondary">
        Restarted by <Actor actor={startedBy} />, <TimeAgo time={startedAt} />:{' '}
        {reason}
      </Text>
    </div>
  );
}
