import type { FlagChange } from '@sphera/plugin-flags-common';
import { answersOverTime } from './answersOverTime';
import { soonInWords } from './following';
import styles from './history.module.css';

const STRETCHES = 48;
const HEIGHT = 24;
// One answer among ten thousand is still to be seen.
const LEAST_HEIGHT = 3;

/** When clusters answered a change, drawn; the words beside it say the same. */
export function FollowStrip(props: { change: FlagChange }) {
  const answers = answersOverTime(props.change, STRETCHES);
  if (!answers) return null;
  const { stretches, lengthMs } = answers;
  const most = Math.max(
    ...stretches.map(({ followed, refused }) => followed + refused),
  );
  const heightOf = (count: number) =>
    count && Math.max(LEAST_HEIGHT, (count / most) * HEIGHT);
  return (
    <div className={styles.strip} aria-hidden>
      <svg
        viewBox={`0 0 ${STRETCHES} ${HEIGHT}`}
        preserveAspectRatio="none"
        className={styles.drawing}
      >
        {stretches.map(({ followed, refused }, at) => (
          <g key={at}>
            <rect
              className={styles.followed}
              x={at}
              width={0.8}
              y={HEIGHT - heightOf(followed)}
              height={heightOf(followed)}
            />
            <rect
              className={styles.refused}
              x={at}
              width={0.8}
              y={HEIGHT - heightOf(followed) - heightOf(refused)}
              height={heightOf(refused)}
            />
          </g>
        ))}
      </svg>
      <span className={styles.axis}>
        <span>at once</span>
        <span>after {soonInWords(lengthMs)}</span>
      </span>
    </div>
  );
}
