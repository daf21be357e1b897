import { Box, Text } from '@backstage/ui';
import type { Lifecycle } from '@sphera/plugin-lifecycle-common';
import { Actor, asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { StandingMarks } from '../parts/StandingMarks';
import { LookAgain } from './LookAgain';
import styles from './tab.module.css';

/** Which stage, since when, and what to do next. */
export function Standing({ lifecycle }: { lifecycle: Lifecycle }) {
  const { service, since, next, isComplete } = lifecycle;
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.standing}
      aria-labelledby={id}
    >
      <div className={styles.where}>
        {/* Whoever does not see the page hears that the service has moved on. */}
        <div aria-live="polite">
          <Text as="h2" id={id} variant="title-small" weight="bold">
            {stageTitle(lifecycle)}
          </Text>
        </div>
        <StandingMarks standing={lifecycle} />
        <div className={styles.again}>
          <LookAgain service={service} />
        </div>
      </div>
      {(next || isComplete) && (
        <Text as="p" className={styles.next}>
          {next ? (
            <>
              <strong>Next:</strong> {asSentence(next)}
            </>
          ) : (
            'Its path is walked to the end, and all that was proven holds.'
          )}
        </Text>
      )}
      <Text as="p" color="secondary">
        Came into this stage <TimeAgo time={since} />.{' '}
        <Beginning lifecycle={lifecycle} />
      </Text>
    </Box>
  );
}

function stageTitle({ stages, stage }: Lifecycle): string {
  const way = stages.filter(({ isEnd }) => !isEnd);
  const index = way.findIndex(({ name }) => name === stage);
  const title = stages.find(({ name }) => name === stage)?.title ?? stage;
  return index < 0 ? title : `${title}: stage ${index + 1} of ${way.length}`;
}

function Beginning({ lifecycle }: { lifecycle: Lifecycle }) {
  const { beganAt, beganBy } = lifecycle;
  return beganBy ? (
    <>
      Begun by <Actor actor={beganBy} />, <TimeAgo time={beganAt} />.
    </>
  ) : (
    <>
      The service was there before its life cycle was kept, which began{' '}
      <TimeAgo time={beganAt} />.
    </>
  );
}
