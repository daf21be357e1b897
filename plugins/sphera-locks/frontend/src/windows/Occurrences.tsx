import { Text } from '@backstage/ui';
import { Occurrence } from '@sphera/plugin-locks-common';
import styles from './Occurrences.module.css';
import { wallClock } from './words';

/** The next times of a freeze window, on the wall clock of its time zone. */
export function Occurrences(props: {
  times: Occurrence[];
  timeZone: string;
  'aria-label': string;
}) {
  const { times, timeZone } = props;
  return (
    <ol className={styles.times} aria-label={props['aria-label']}>
      {times.map(({ start, end }) => (
        <li key={start}>
          <Text>
            <time dateTime={start}>{wallClock(start, timeZone)}</time>
            {' – '}
            <time dateTime={end}>{wallClock(end, timeZone)}</time>
          </Text>
        </li>
      ))}
    </ol>
  );
}
