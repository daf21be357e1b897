import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import { placeName, type SecretCell } from '@sphera/plugin-secrets-common';
import { usePlaceWords } from '../../parts/usePlaceWords';
import styles from '../dialogs.module.css';

/** Since when a secret is as it is in each place, and by whom. */
export function PresentState(props: { cells: SecretCell[] }) {
  const words = usePlaceWords();
  return (
    <ul className={styles.facts} aria-label="As it is now">
      {props.cells.map(cell => (
        <li key={placeName(cell)}>
          {words(cell)}
          {cell.changedAt && (
            <>
              : changed <TimeAgo time={cell.changedAt} />
            </>
          )}
          {cell.changedBy && (
            <>
              {' '}
              by <Actor actor={cell.changedBy} />
            </>
          )}
          {cell.state !== 'present' && cell.sentence && `. ${cell.sentence}`}
        </li>
      ))}
    </ul>
  );
}
