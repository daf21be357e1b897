import { KIND_WORDS } from './barWords';
import type { BarKind } from './lanes';
import { fillOf, type PatternIds } from './Patterns';
import styles from './timeline.module.css';

const KINDS: BarKind[] = ['current', 'well', 'taken', 'short'];

/** What each way to draw a bar means. */
export function Legend(props: { patterns: PatternIds }) {
  return (
    <ul className={styles.legend} aria-hidden>
      {KINDS.map(kind => (
        <li key={kind} className={styles.bar} data-kind={kind}>
          <svg width={24} height={14}>
            <rect
              x={1}
              y={1}
              width={22}
              height={12}
              rx={3}
              fill={fillOf(kind, props.patterns)}
            />
          </svg>
          {KIND_WORDS[kind]}
        </li>
      ))}
    </ul>
  );
}
