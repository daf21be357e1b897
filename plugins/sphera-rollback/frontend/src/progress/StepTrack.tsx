import { Box, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiSubtractLine,
} from '@remixicon/react';
import type { Rollback, Step, StepState } from '@sphera/plugin-rollback-common';
import { PeopleNamed } from '../parts/PeopleNamed';
import styles from './StepTrack.module.css';
import { STEP_STATE_WORDS, stepInWords } from './stepWords';

const SIGNS: Record<StepState, typeof RiCheckLine | undefined> = {
  waiting: undefined,
  running: RiLoader4Line,
  done: RiCheckLine,
  failed: RiCloseLine,
  skipped: RiSubtractLine,
};

/** The way of a rollback from the commit to the lock, drawn: what is behind it, where it is, what is to come. */
export function StepTrack(props: {
  rollback: Pick<Rollback, 'steps' | 'commits'>;
}) {
  const { rollback } = props;
  return (
    <Box bg="neutral" className={styles.frame}>
      <ol className={styles.track} aria-label="Steps">
        {rollback.steps.map(step => (
          <StepItem key={step.name} step={step} rollback={rollback} />
        ))}
      </ol>
    </Box>
  );
}

function StepItem(props: { step: Step; rollback: Pick<Rollback, 'commits'> }) {
  const { step, rollback } = props;
  const { name, state, sentence } = step;
  const Sign = SIGNS[state];
  return (
    <li
      className={styles.step}
      data-state={state}
      aria-current={state === 'running' ? 'step' : undefined}
    >
      <span className={styles.sign}>
        {Sign && <Sign size={16} aria-hidden />}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>
          {stepInWords(name, state, rollback)}
        </span>
        <VisuallyHidden>: {STEP_STATE_WORDS[state]}. </VisuallyHidden>
        {sentence && (
          <span className={styles.sentence}>
            <PeopleNamed sentence={sentence} />
          </span>
        )}
      </span>
    </li>
  );
}
