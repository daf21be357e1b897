import { useId } from 'react';
import type { BarKind } from './lanes';
import styles from './timeline.module.css';

/** Ids of the patterns that bars are filled with, unique on the page. */
export interface PatternIds {
  taken: string;
  short: string;
}

export function usePatternIds(): PatternIds {
  const id = useId().replaceAll(':', '');
  return { taken: `${id}-taken`, short: `${id}-short` };
}

/** What a bar is filled with: a colour, or a pattern that also tells it without one. */
export function fillOf(kind: BarKind, ids: PatternIds): string {
  switch (kind) {
    case 'taken':
      return `url(#${ids.taken})`;
    case 'short':
      return `url(#${ids.short})`;
    case 'well':
      return 'color-mix(in srgb, var(--bui-fg-positive) 32%, transparent)';
    default:
      return 'var(--bui-accent-bg)';
  }
}

/** Stripes for what a rollback took away, dots for what was replaced soon. */
export function Patterns(props: { ids: PatternIds }) {
  const { taken, short } = props.ids;
  return (
    <svg className={styles.unseen} width={0} height={0} aria-hidden>
      <defs>
        <pattern
          id={taken}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={8} height={8} className={styles.takenGround} />
          <rect width={3} height={8} className={styles.takenStripe} />
        </pattern>
        <pattern id={short} width={6} height={6} patternUnits="userSpaceOnUse">
          <circle cx={3} cy={3} r={1} className={styles.shortDot} />
        </pattern>
      </defs>
    </svg>
  );
}
