import { elapsedInWords } from '@sphera/plugin-operations-react';
import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** For how long a ring is still watched before the next. */
export function SoakCountdown(props: {
  /** ISO 8601. */
  until: string;
}) {
  const { until } = props;
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(until) - now;
  // A clock that ticks is not read out each second.
  return (
    <span aria-live="off">
      {left > 0
        ? `Watched for ${elapsedInWords(left)} more`
        : 'Watched long enough'}
    </span>
  );
}
