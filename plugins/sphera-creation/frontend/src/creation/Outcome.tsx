import { Alert, Text } from '@backstage/ui';
import type { Creation } from '@sphera/plugin-creation-common';
import { asSentence, EntityLink } from '@sphera/plugin-operations-react';
import { StateMark } from '../parts/StateMark';
import styles from './creation.module.css';

/** How it stands, in one sentence; where it stopped, what to do now. Whoever does not see the page hears of each change. */
export function Outcome(props: { creation: Creation }) {
  const { creation } = props;
  return (
    <div role="status" className={styles.outcome}>
      {creation.state === 'stopped' ? (
        <Stopped creation={creation} />
      ) : (
        <p className={styles.sentence}>
          <StateMark state={creation.state} />
          <Text weight={creation.state === 'running' ? 'bold' : 'regular'}>
            <Words creation={creation} />
          </Text>
        </p>
      )}
    </div>
  );
}

function Stopped({ creation }: { creation: Creation }) {
  const failed = creation.steps.find(({ state }) => state === 'failed');
  return (
    <Alert
      status="danger"
      icon
      title={
        failed ? `It stopped at this step: ${failed.title}` : 'It has stopped'
      }
      description={
        <>
          {failed?.sentence && `${asSentence(failed.sentence)} `}
          Try again in its task: what is made already is found, and it goes on
          from there. Or take back what was made.
        </>
      }
    />
  );
}

function Words({ creation }: { creation: Creation }) {
  const { state, steps, service, draft } = creation;
  const at = steps.find(step => step.state === 'running');
  if (state === 'done') {
    return (
      <>
        <EntityLink entityRef={service} /> is there.
      </>
    );
  }
  if (state === 'undone') {
    return <>All that was made is taken back: {draft.name} is free again.</>;
  }
  if (state === 'undoing') return <>What was made is being taken back.</>;
  return <>{at ? `${at.title}…` : 'The next step begins soon.'}</>;
}
