import {
  RolloutFacts,
  rolloutInOneWord,
  rolloutInWords,
  rolloutProgress,
} from '../words/rollout';
import styles from './RolloutState.module.css';

/** How a rollout stands, in words and, while pods are being replaced, drawn; nothing once it is done. */
export function RolloutState(props: {
  of: RolloutFacts;
  /** Whether the sentence behind it stands below. Default: no. */
  withSentence?: boolean;
  /** Whether one word has to do. Default: no. */
  brief?: boolean;
}) {
  const { of, withSentence = false, brief = false } = props;
  const words = brief ? rolloutInOneWord(of) : rolloutInWords(of);
  if (!words) return null;
  const { state, sentence } = of.rollout;
  const isMoving = state === 'rolling' || state === 'stuck';
  const classes = [
    styles.rollout,
    styles[state],
    ...(brief ? [styles.brief] : []),
  ];
  return (
    <span className={classes.join(' ')} title={sentence}>
      {words}
      {isMoving && <Progress of={of} />}
      {withSentence && sentence && (
        <span className={styles.sentence}>{sentence}</span>
      )}
    </span>
  );
}

function Progress(props: { of: RolloutFacts }) {
  return (
    <span className={styles.track} aria-hidden>
      <span
        className={styles.done}
        style={{ transform: `scaleX(${rolloutProgress(props.of)})` }}
      />
    </span>
  );
}
