import { RiCheckLine, RiCloseLine } from '@remixicon/react';
import { placeName } from '@sphera/plugin-secrets-common';
import { asSentence } from '@sphera/plugin-operations-react';
import { usePlaceWords } from '../../parts/usePlaceWords';
import { PartlyDone } from './partlyDone';
import styles from './steps.module.css';

/** Which places a change reached, which it did not, and why. */
export function PlacesReached(props: {
  change: Pick<PartlyDone, 'done' | 'failed'>;
}) {
  const { done, failed } = props.change;
  const words = usePlaceWords();
  return (
    <ul className={styles.places} aria-label="Places">
      {done.map(place => (
        <li key={placeName(place)} className={styles.done}>
          <RiCheckLine size={16} aria-label="Done:" />
          <span>{words(place)}</span>
        </li>
      ))}
      {failed.map(place => (
        <li key={placeName(place)} className={styles.failed}>
          <RiCloseLine size={16} aria-label="Not done:" />
          <span>
            {words(place)}: {asSentence(place.problem)}
          </span>
        </li>
      ))}
    </ul>
  );
}
