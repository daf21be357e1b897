import { DateTime } from 'luxon';
import styles from './LogLines.module.css';

/** When a line was written, on the reader's clock; the whole of it when pointed at. */
export function LogTime(props: {
  /** ISO 8601; empty: unknown. */
  at: string;
}) {
  const { at } = props;
  if (!at) return null;
  return (
    <time className={styles.time} dateTime={at} title={at}>
      {DateTime.fromISO(at).toFormat('HH:mm:ss.SSS')}{' '}
    </time>
  );
}
