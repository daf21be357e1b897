import { PeopleNamed, Track } from '@sphera/plugin-operations-react';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { STEP_STATE_WORDS, stepInWords } from './stepWords';

/** The way of a rollback from the commit to the lock, drawn: what is behind it, where it is, what is to come. */
export function StepTrack(props: {
  rollback: Pick<Rollback, 'steps' | 'commits'>;
}) {
  const { rollback } = props;
  return (
    <Track
      label="Steps"
      steps={rollback.steps.map(({ name, state, sentence }) => ({
        key: name,
        state,
        name: stepInWords(name, state, rollback),
        word: STEP_STATE_WORDS[state],
        detail: sentence && <PeopleNamed sentence={sentence} />,
      }))}
    />
  );
}
