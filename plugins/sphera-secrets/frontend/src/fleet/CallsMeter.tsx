import type { SecretsPlace } from '@sphera/plugin-secrets-common';
import styles from './PlacesStrip.module.css';

const SECONDS = 60;

/** How much of the allowed calls to AWS the busiest API took in the last minute. */
export function CallsMeter(props: { calls: SecretsPlace['calls'] }) {
  const [busiest] = [...props.calls].sort(
    (one, other) => shareOf(other) - shareOf(one),
  );
  if (!busiest) return null;
  const words = `${busiest.api}: ${
    busiest.lastMinute
  } calls in the last minute of ${Math.round(
    busiest.perSecond * SECONDS,
  )} allowed`;
  return (
    <span className={styles.calls} title={words}>
      <meter
        className={styles.meter}
        min={0}
        max={1}
        value={Math.min(1, shareOf(busiest))}
        aria-label={words}
      />
      {busiest.lastMinute} calls a minute
    </span>
  );
}

function shareOf({ lastMinute, perSecond }: SecretsPlace['calls'][number]) {
  return lastMinute / (perSecond * SECONDS);
}
