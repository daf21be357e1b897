import { RiWifiOffLine } from '@remixicon/react';
import { exactly } from '@sphera/plugin-operations-react';
import { clockTime } from '../words/clock';
import styles from './StaleMark.module.css';

/** Says that what is shown is as old as this, because its cluster has stopped answering. */
export function StaleMark(props: {
  /** When the cluster was last heard from, ISO 8601. */
  observedAt: string;
}) {
  const { observedAt } = props;
  return (
    <span
      className={styles.stale}
      title={`Last heard from ${exactly(observedAt)}`}
    >
      <RiWifiOffLine size={14} aria-hidden />
      as of <time dateTime={observedAt}>{clockTime(observedAt)}</time>
    </span>
  );
}
