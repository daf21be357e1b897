import type { Rollback } from '@sphera/plugin-rollback-common';
import { RollbackItem } from './RollbackItem';
import styles from './RollbackList.module.css';

/** Rollbacks, one below the other. */
export function RollbackList(props: {
  /** What they are, for who cannot see the page. */
  label: string;
  rollbacks: readonly Rollback[];
}) {
  return (
    <ul className={styles.list} aria-label={props.label}>
      {props.rollbacks.map(one => (
        <RollbackItem key={one.id} rollback={one} />
      ))}
    </ul>
  );
}
