import { Box, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiSubtractLine,
  RiTimerLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './Track.module.css';

/** How far a step is; `resting`: it is done, and is watched for a while. */
export type TrackState =
  | 'waiting'
  | 'running'
  | 'resting'
  | 'done'
  | 'failed'
  | 'skipped';

/** One step of something that takes several. */
export interface TrackStep {
  key: string;
  state: TrackState;
  name: ReactNode;
  /** Its state for who cannot see its sign: `done`. */
  word: string;
  /** More of it, below its name. */
  detail?: ReactNode;
}

const SIGNS: Record<TrackState, typeof RiCheckLine | undefined> = {
  waiting: undefined,
  running: RiLoader4Line,
  resting: RiTimerLine,
  done: RiCheckLine,
  failed: RiCloseLine,
  skipped: RiSubtractLine,
};

/** A way in steps, drawn: what is behind it, where it is, what is to come. Side by side where there is room. */
export function Track(props: {
  label: string;
  steps: readonly TrackStep[];
  /** One below the other, however much room there is. */
  isUpright?: boolean;
}) {
  const { label, steps, isUpright } = props;
  return (
    <Box bg="neutral" className={styles.frame} data-upright={isUpright}>
      <ol className={styles.track} aria-label={label}>
        {steps.map(step => (
          <StepItem key={step.key} step={step} />
        ))}
      </ol>
    </Box>
  );
}

function StepItem({ step }: { step: TrackStep }) {
  const { state, name, word, detail } = step;
  const Sign = SIGNS[state];
  const isCurrent = state === 'running' || state === 'resting';
  return (
    <li
      className={styles.step}
      data-state={state}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className={styles.sign}>
        {Sign && <Sign size={16} aria-hidden />}
      </span>
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
        <VisuallyHidden>: {word}. </VisuallyHidden>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
    </li>
  );
}
