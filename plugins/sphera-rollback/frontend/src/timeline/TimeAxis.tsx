import { type Span, ticksOf } from './scale';
import styles from './timeline.module.css';

/** Round moments below the bars; the right end is now. */
export function TimeAxis(props: { span: Span }) {
  return (
    <div className={styles.axis} aria-hidden>
      {ticksOf(props.span)
        .filter(({ at }) => at < 0.93)
        .map(({ at, label }) => (
          <span
            key={label}
            className={styles.tick}
            style={{ insetInlineStart: `${at * 100}%` }}
          >
            {label}
          </span>
        ))}
      <span className={styles.now}>now</span>
    </div>
  );
}
