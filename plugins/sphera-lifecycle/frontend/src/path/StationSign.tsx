import type { Station } from './stationOf';
import styles from './path.module.css';

const SIZE = 36;
const MIDDLE = SIZE / 2;
const RING = 15;
const ROUND = 2 * Math.PI * RING;

/** A stage as a sign on the line: another shape for each state, so that nobody needs to tell colours apart. */
export function StationSign({ station }: { station: Station }) {
  return (
    <svg
      className={styles.sign}
      width={SIZE}
      height={SIZE}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      aria-hidden
    >
      <Shape station={station} />
    </svg>
  );
}

function Shape({ station }: { station: Station }) {
  switch (station.kind) {
    case 'done':
      return (
        <>
          <circle className={styles.full} cx={MIDDLE} cy={MIDDLE} r={11} />
          <path className={styles.inFull} d="M12.8 18.4l3.6 3.6 7-7.4" />
        </>
      );
    case 'broken':
      return (
        <>
          <path className={styles.full} d="M18 5l13.5 24h-27z" />
          <path className={styles.inFull} d="M18 14v7M18 25v.6" />
        </>
      );
    case 'present':
      return <Present station={station} />;
    case 'end':
      return (
        <rect className={styles.hollow} x={9} y={9} width={18} height={18} />
      );
    default:
      return <circle className={styles.hollow} cx={MIDDLE} cy={MIDDLE} r={8} />;
  }
}

/** Where the service is: a disc, and a ring around it that fills with the steps. */
function Present({ station }: { station: Station }) {
  const { settled, steps } = station;
  const done = steps === 0 ? ROUND : (settled / steps) * ROUND;
  return (
    <>
      <circle className={styles.ring} cx={MIDDLE} cy={MIDDLE} r={RING} />
      <circle
        className={styles.progress}
        cx={MIDDLE}
        cy={MIDDLE}
        r={RING}
        strokeDasharray={`${done} ${ROUND}`}
        transform={`rotate(-90 ${MIDDLE} ${MIDDLE})`}
      />
      <circle className={styles.disc} cx={MIDDLE} cy={MIDDLE} r={8} />
    </>
  );
}
