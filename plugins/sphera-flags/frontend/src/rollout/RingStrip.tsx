import type { Rollout } from '@sphera/plugin-flags-common';
import styles from './RingStrip.module.css';
import { ringInWords, trackStateOf } from './stateWords';

/** The rings of a roll-out, drawn small. */
export function RingStrip(props: { rollout: Rollout }) {
  const { rollout } = props;
  const words = rollout.rings.map(
    ring => `${ring.name}: ${ringInWords(ring, rollout)}`,
  );
  return (
    <span
      role="img"
      aria-label={`Rings: ${words.join(', ')}`}
      className={styles.strip}
    >
      {rollout.rings.map((ring, at) => (
        <span
          key={ring.name}
          title={words[at]}
          data-state={trackStateOf(ring, rollout)}
        />
      ))}
    </span>
  );
}
