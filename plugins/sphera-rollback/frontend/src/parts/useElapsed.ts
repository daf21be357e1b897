import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/**
 * How long something has taken, or takes so far, in milliseconds; renewed each second while it goes on.
 *
 * @param startedAt - ISO 8601
 * @param endedAt - absent while it goes on
 */
export function useElapsed(startedAt: string, endedAt?: string): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (endedAt) return undefined;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [endedAt]);
  const end = endedAt ? Date.parse(endedAt) : now;
  return Math.max(0, end - Date.parse(startedAt));
}
