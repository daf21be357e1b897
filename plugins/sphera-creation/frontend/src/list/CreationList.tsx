import type { Creation } from '@sphera/plugin-creation-common';
import { CreationItem } from './CreationItem';
import styles from './CreationList.module.css';

/** Creations, one below the other. */
export function CreationList(props: { creations: readonly Creation[] }) {
  if (props.creations.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Creations">
      {props.creations.map(one => (
        <CreationItem key={one.id} creation={one} />
      ))}
    </ul>
  );
}
