import { useEffect, useState } from 'react';
import styles from './reveal.module.css';
import { SHOWN_FOR_MS } from './useRevealed';

const TICK_MS = 250;

/** How many seconds are left. */
export function Countdown(props: {
  /** In milliseconds since 1970. */
  until: number;
}) {
  const { until } = props;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, until - now);
  const seconds = Math.ceil(left / 1000);
  return (
    <div className={styles.countdown}>
      <span role="timer">
        Hidden in {seconds} {seconds === 1 ? 'second' : 'seconds'}
      </span>
      <div className={styles.track} aria-hidden>
        <div
          className={styles.left}
          style={{ inlineSize: `${(left / SHOWN_FOR_MS) * 100}%` }}
        />
      </div>
    </div>
  );
}
