import { Alert, Text } from '@backstage/ui';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { asSentence, PeopleNamed } from '@sphera/plugin-operations-react';
import { StateMark } from '../parts/StateMark';
import styles from './progress.module.css';

/** How it stands, in one sentence; where it failed, what to do now. Whoever does not see the page hears of each change. */
export function Outcome(props: { rollback: Rollback }) {
  const { state, sentence, nextStep } = props.rollback;
  const words = <PeopleNamed sentence={asSentence(sentence)} />;
  return (
    <div role="status" className={styles.outcome}>
      {nextStep ? (
        <Alert
          status={state === 'failed' ? 'danger' : 'warning'}
          icon
          title={<>What to do now: {asSentence(nextStep)}</>}
          description={
            <>
              {state === 'failed' ? 'It failed: ' : ''}
              {words}
            </>
          }
        />
      ) : (
        <p className={styles.sentence}>
          <StateMark state={state} />
          <Text weight={state === 'running' ? 'bold' : 'regular'}>{words}</Text>
        </p>
      )}
    </div>
  );
}
