import type { CreationStepState } from '@sphera/plugin-creation-common';
import {
  asSentence,
  Track,
  type TrackState,
} from '@sphera/plugin-operations-react';
import { MadeLinks } from '../parts/MadeLinks';
import { STEP_STATE_WORDS } from '../parts/stateWords';
import styles from './creation.module.css';

/** The way from a form to a running service, drawn: what is behind it, where it is, what is to come. */
export function CreationSteps(props: { steps: readonly CreationStepState[] }) {
  return (
    <Track
      label="Steps"
      isUpright
      steps={props.steps.map(step => ({
        key: step.step,
        state: drawnAs(step.state),
        name: step.title,
        word: STEP_STATE_WORDS[step.state],
        detail: <StepDetail step={step} />,
      }))}
    />
  );
}

function drawnAs(state: CreationStepState['state']): TrackState {
  return state === 'undone' ? 'skipped' : state;
}

function StepDetail({ step }: { step: CreationStepState }) {
  const { state, sentence, links, title } = step;
  const words = state === 'undone' && !sentence ? 'Taken back' : sentence;
  return (
    <div className={styles.detail}>
      {words && <span>{asSentence(words)}</span>}
      {links.length > 0 && <MadeLinks label={title} links={links} />}
    </div>
  );
}
