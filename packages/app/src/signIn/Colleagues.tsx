import { Text } from '@backstage/ui';
import styles from './Colleagues.module.css';
import type { WayIn } from './waysIn';

/** The other people of the demo company whom somebody may be. */
export function Colleagues(props: {
  ways: WayIn[];
  isDisabled: boolean;
  onChoose: (way: WayIn) => void;
}) {
  const { ways, isDisabled, onChoose } = props;
  return (
    <section aria-labelledby="colleagues">
      <Text id="colleagues" variant="body-small" color="secondary">
        Or as somebody else of the demo company:
      </Text>
      <ul className={styles.list}>
        {ways.map(way => (
          <li key={way.id}>
            <button
              type="button"
              className={styles.person}
              disabled={isDisabled}
              onClick={() => onChoose(way)}
            >
              <span>{way.label}</span>
              <span className={styles.team}>{way.explanation}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
