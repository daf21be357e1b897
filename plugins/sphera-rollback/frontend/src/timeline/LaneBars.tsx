import { barInWords } from './barWords';
import type { Bar, Lane } from './lanes';
import { fillOf, type PatternIds } from './Patterns';
import { hasPart, shareAt, type Span } from './scale';
import styles from './timeline.module.css';

const HEIGHT_PX = 32;
const LEAST_WIDTH_PX = 6;
// A bar that has just begun would stand beyond the end.
const LATEST_BEGIN = 0.993;
// From these shares of the width on, there is room for a version's name.
const ROOM_WHEN_NARROW = 0.18;
const ROOM_WHEN_WIDE = 0.07;

interface Drawing {
  span: Span;
  now: Date;
  /** Id of the bar that is described. */
  shown: string | undefined;
  patterns: PatternIds;
  onShow(id: string): void;
}

/** What ran in some regions, as bars in time. */
export function LaneBars(props: Drawing & { lane: Lane; title: string }) {
  const { lane, title, ...drawing } = props;
  return (
    <div role="group" aria-label={title} className={styles.lane}>
      <span className={styles.laneTitle} aria-hidden>
        {title}
      </span>
      <svg
        className={styles.bars}
        width="100%"
        height={HEIGHT_PX}
        role="presentation"
      >
        {lane.bars
          .filter(({ run }) => hasPart(drawing.span, run))
          .map(bar => (
            <OneBar key={bar.id} bar={bar} {...drawing} />
          ))}
      </svg>
    </div>
  );
}

function OneBar(props: Drawing & { bar: Bar }) {
  const { bar, span, now, shown, patterns, onShow } = props;
  const { run, kind } = bar;
  const from = Math.min(
    shareAt(span, Date.parse(run.deployedAt)),
    LATEST_BEGIN,
  );
  const to = run.endedAt ? shareAt(span, Date.parse(run.endedAt)) : 1;
  const isShown = bar.id === shown;
  return (
    <g
      role="option"
      aria-selected={isShown}
      aria-label={barInWords(bar, now)}
      data-bar={bar.id}
      data-kind={kind}
      tabIndex={isShown ? 0 : -1}
      className={styles.bar}
      onFocus={() => onShow(bar.id)}
      onMouseEnter={() => onShow(bar.id)}
    >
      <rect
        x={percent(from)}
        y={3}
        height={HEIGHT_PX - 6}
        rx={3}
        fill={fillOf(kind, patterns)}
        style={{ width: `max(${percent(to - from)}, ${LEAST_WIDTH_PX}px)` }}
      />
      <text
        x={percent((from + to) / 2)}
        y={HEIGHT_PX / 2}
        data-room={roomFor(to - from)}
      >
        {kind === 'taken' ? `↩ ${bar.version}` : bar.version}
      </text>
    </g>
  );
}

function roomFor(share: number): 'always' | 'wide' | 'never' {
  if (share >= ROOM_WHEN_NARROW) return 'always';
  return share >= ROOM_WHEN_WIDE ? 'wide' : 'never';
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
