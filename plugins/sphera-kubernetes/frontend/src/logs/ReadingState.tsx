import { Alert, Button, Text } from '@backstage/ui';
import { messageOf } from '@sphera/plugin-operations-react';
import styles from './LogsPanel.module.css';
import { Reading } from './LogReader';

/** How the reading of a log stands, in words; what is wrong with it stands out. */
export function ReadingState(props: {
  reading: Reading;
  /** How many lines are shown. */
  size: number;
  /** Whether it is about a run that is over. */
  isPrevious: boolean;
  /** Whether the next run is read by itself once it begins. */
  isAwaited: boolean;
  /** Whether the container ever started. */
  hasBegun: boolean;
  onAgain(): void;
}) {
  const { reading, size, isPrevious, isAwaited, hasBegun, onAgain } = props;
  switch (reading.state) {
    case 'failed':
      if (!hasBegun) {
        return (
          <Alert
            status="info"
            icon
            role="status"
            title={
              isAwaited
                ? 'Its container has not started. The log opens by itself when it does.'
                : 'Its container has not started'
            }
            description={messageOf(reading.error)}
          />
        );
      }
      return (
        <Alert
          status="danger"
          icon
          role="alert"
          title="The log cannot be read"
          description={messageOf(reading.error)}
          customActions={
            <Button size="small" variant="secondary" onPress={onAgain}>
              Try again
            </Button>
          }
        />
      );
    case 'broken':
      return (
        <Alert
          status="warning"
          icon
          role="status"
          title="The connection broke. Trying again…"
          description="Lines written meanwhile are fetched as soon as it stands again."
        />
      );
    default:
      return (
        <div className={styles.state}>
          <Text color="secondary" role="status">
            {inWords(reading.state, isPrevious, isAwaited)}
          </Text>
          <Text color="secondary">
            {size === 1 ? '1 line' : `${size.toLocaleString('en')} lines`}
          </Text>
          {reading.state === 'ended' && !isPrevious && (
            <Button size="small" variant="secondary" onPress={onAgain}>
              Read on
            </Button>
          )}
        </div>
      );
  }
}

function inWords(
  state: 'connecting' | 'reading' | 'ended' | 'stopped',
  isPrevious: boolean,
  isAwaited: boolean,
): string {
  switch (state) {
    case 'connecting':
      return 'Opening the log…';
    case 'reading':
      return isPrevious ? 'Reading the previous run…' : 'Following, live';
    case 'stopped':
      return 'Not following: new lines are not shown';
    default:
      if (isPrevious) return 'The whole log of the previous run';
      return isAwaited
        ? 'This run ended. The next one is followed as soon as it begins.'
        : 'The log came to its end';
  }
}
