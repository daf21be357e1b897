import { Text } from '@backstage/ui';
import { RiErrorWarningFill, RiInformationLine } from '@remixicon/react';
import type { ClusterEvent } from '@sphera/plugin-kubernetes-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import styles from './Events.module.css';

/** One thing that Kubernetes noted. */
export function EventItem(props: { event: ClusterEvent }) {
  const { severity, reason, message, count, about, lastAt } = props.event;
  const isWarning = severity === 'warning';
  return (
    <li className={styles.event} data-severity={severity}>
      {isWarning ? (
        <RiErrorWarningFill size={16} aria-label="Warning" />
      ) : (
        <RiInformationLine size={16} aria-hidden />
      )}
      <div className={styles.words}>
        <Text>
          <strong>{reason}</strong> {message}
        </Text>
        <span className={styles.facts}>
          <TimeAgo time={lastAt} />
          {count > 1 && <span>{count} times</span>}
          <span>
            {about.kind} {about.name}
          </span>
        </span>
      </div>
    </li>
  );
}
