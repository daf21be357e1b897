import type { Hold } from '@sphera/plugin-merges-common';
import { HoldItem } from './HoldItem';
import styles from './HoldList.module.css';

/** Repositories, one below the other. */
export function HoldList(props: { holds: readonly Hold[] }) {
  if (props.holds.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Repositories">
      {props.holds.map(hold => (
        <HoldItem key={hold.repository} hold={hold} />
      ))}
    </ul>
  );
}
